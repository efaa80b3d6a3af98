namespace HwToken.Service.Api;

/// <summary>Change of token.</summary>
/// <param name="Old">Credential ID of the token in use.</param>
/// <param name="New">Credential ID of the new token.</param>
/// <param name="Code">Code of the new token.</param>
/// <param name="OldCode">Code of the old token, when the customer still has it.</param>
internal sealed record ReplaceRequest(string? Old, string? New, string? Code, string? OldCode = null)
{
    public override string ToString() => "(replacement)";
}
