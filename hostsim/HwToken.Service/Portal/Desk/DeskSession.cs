namespace HwToken.Service.Portal.Desk;

/// <summary>An operator who has signed in with password and code.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="TokenId">Credential ID of the operator's own token.</param>
public sealed record DeskSession(string Name, string TokenId)
{
    /// <summary>Name in the audit.</summary>
    public string Actor => "desk:" + Name;
}
