namespace NanoBoard.Guests.Rewriting;

/// <summary>A rewritten assembly, ready to be loaded.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Bytes">The assembly.</param>
/// <param name="Symbols">Its portable symbols; null when the original had none.</param>
internal sealed record GuestImage(string Name, byte[] Bytes, byte[]? Symbols);
