namespace NanoGuard.Stubs;

/// <summary>What <see cref="ApiStubs.Write"/> wrote.</summary>
/// <param name="Paths">One reference assembly for each heading of the list, without the core library.</param>
/// <param name="LeftOut">Member lines whose signature names a type that neither the list nor the core library has.</param>
public sealed record StubSet(IReadOnlyList<string> Paths, IReadOnlyList<string> LeftOut);
