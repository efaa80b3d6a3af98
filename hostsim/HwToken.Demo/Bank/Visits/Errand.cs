namespace HwToken.Demo.Bank.Visits;

/// <summary>What a person comes for.</summary>
internal enum Errand
{
    /// <summary>Into the account.</summary>
    SignIn,

    /// <summary>First registration of a token.</summary>
    Register,

    /// <summary>Change of token.</summary>
    Change,

    /// <summary>Stop using codes.</summary>
    Stop,
}
