namespace HwToken.Service.Api;

/// <summary>First enrolment: <c>code</c> alone, or <c>code1</c> and <c>code2</c>.</summary>
/// <param name="Code">The code of the one-code form.</param>
/// <param name="Code1">First code of the two-code form.</param>
/// <param name="Code2">Second code of the two-code form.</param>
internal sealed record ActivateRequest(string? Code = null, string? Code1 = null, string? Code2 = null)
{
    public override string ToString() => "(codes)";
}
