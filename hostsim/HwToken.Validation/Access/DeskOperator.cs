namespace HwToken.Validation.Access;

/// <summary>A person at the service desk.</summary>
/// <param name="Name">Lower-case name.</param>
/// <param name="PasswordHash">Hash of the password.</param>
/// <param name="TokenId">Credential ID of the operator's own token.</param>
/// <param name="Failures">Wrong passwords in a row.</param>
/// <param name="Stamp">Made by chance with each new password: a session belongs to the operator of one stamp.</param>
public sealed record DeskOperator(string Name, string PasswordHash, string TokenId, int Failures, string Stamp)
{
    /// <summary>The name; never the hash.</summary>
    public override string ToString() => Name;
}
