namespace HwToken.Factory.Registry;

/// <summary>A lot as the registry knows it.</summary>
/// <param name="Identity">Tells it from every other, also from one of the same name.</param>
/// <param name="Name">Name of the lot.</param>
/// <param name="Instance">The copy of it that may be worked with.</param>
/// <param name="Place">Folder of that copy.</param>
/// <param name="Sequence">Number of its last audit entry that was kept here.</param>
/// <param name="Hash">Hash of that entry.</param>
public sealed record RegisteredLot(string Identity, string Name, string Instance, string Place, long Sequence, byte[] Hash);
