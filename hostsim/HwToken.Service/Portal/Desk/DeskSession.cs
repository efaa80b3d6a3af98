namespace HwToken.Service.Portal.Desk;

/// <summary>An operator who has signed in with password and code.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="TokenId">Credential ID of the operator's own token.</param>
/// <param name="PasswordHash">Hash of the password that opened it: a new password ends it.</param>
public sealed record DeskSession(string Name, string TokenId, string PasswordHash)
{
    /// <summary>Name in the audit.</summary>
    public string Actor => "desk:" + Name;

    /// <inheritdoc/>
    public override string ToString() => Actor;
}
