namespace HwToken.Service.Api;

/// <summary>One security code.</summary>
/// <param name="Code">Six digits as text: leading zeros count. Full-width digits and surrounding spaces are taken.</param>
internal sealed record CodeRequest(string? Code)
{
    public override string ToString() => "(one code)";
}
