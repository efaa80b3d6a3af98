namespace HwToken.Service.Api;

/// <summary>Two consecutive security codes.</summary>
/// <param name="Code1">First code.</param>
/// <param name="Code2">The code after it.</param>
internal sealed record PairRequest(string? Code1, string? Code2)
{
    public override string ToString() => "(two codes)";
}
