namespace HwToken.Demo.Bank.Causes;

/// <summary>Causes as single words. Those of tokens are the <c>cause</c> members of the REST API's answers.</summary>
internal static class CauseWords
{
    public const string SignInWrong = "sign-in-wrong";
    public const string PasswordLocked = "password-locked";
    public const string PasswordExpired = "password-expired";
    public const string ContractExpired = "contract-expired";
    public const string ReportedLost = "reported-lost";
    public const string CodeMistyped = "code-mistyped";
    public const string CodesNotConsecutive = "codes-not-consecutive";
    public const string CodeRefused = "code-refused";
    public const string CodeUsed = "code-used";
    public const string UnknownId = "unknown-id";
    public const string TokenLocked = "token-locked";
    public const string TokenSuspended = "token-suspended";
    public const string TokenRevoked = "token-revoked";
    public const string TokenNotEnrolled = "token-not-enrolled";
    public const string TokenTaken = "token-taken";
    public const string TokenExpired = "token-expired";
    public const string ServiceBusy = "service-busy";
}
