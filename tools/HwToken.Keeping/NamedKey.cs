namespace HwToken.Keeping;

/// <summary>One key of a key file.</summary>
/// <param name="Name">Words between single blanks, as <c>master 1</c>. Not secret.</param>
/// <param name="Key">32 bytes; whoever holds them clears them.</param>
public sealed record NamedKey(string Name, byte[] Key);
