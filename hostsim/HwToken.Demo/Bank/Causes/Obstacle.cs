namespace HwToken.Demo.Bank.Causes;

/// <summary>What the bank itself keeps somebody out for, whatever the token says.</summary>
internal enum Obstacle
{
    /// <summary>User ID or password wrong.</summary>
    SignInWrong,

    /// <summary>Too many wrong passwords.</summary>
    PasswordLocked,

    /// <summary>The password is too old.</summary>
    PasswordExpired,

    /// <summary>The contract has ended.</summary>
    ContractExpired,

    /// <summary>The customer has reported the token as lost.</summary>
    ReportedLost,
}
