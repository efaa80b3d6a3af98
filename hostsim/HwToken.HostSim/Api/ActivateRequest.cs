namespace HwToken.HostSim.Api;

/// <summary>First enrolment: <c>code</c> alone, or <c>code1</c> and <c>code2</c>.</summary>
/// <param name="Code">The code of the one-code form.</param>
/// <param name="Code1">First code of the two-code form.</param>
/// <param name="Code2">Second code of the two-code form.</param>
internal sealed record ActivateRequest(string? Code, string? Code1, string? Code2)
{
    public override string ToString() => "(codes)";
}
