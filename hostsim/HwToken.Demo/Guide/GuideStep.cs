namespace HwToken.Demo.Guide;

/// <summary>The guide's steps, in their order.</summary>
internal enum GuideStep
{
    /// <summary>The first customer registers the token with a counter.</summary>
    Register,

    /// <summary>The first customer signs in and changes the initial password.</summary>
    SignIn,

    /// <summary>Ten wrong codes lock that token.</summary>
    Lock,

    /// <summary>The service desk unlocks it.</summary>
    Unlock,

    /// <summary>The second customer registers the token with a clock.</summary>
    RegisterClock,

    /// <summary>The clocks are set apart, and a right code is refused.</summary>
    OutOfStep,

    /// <summary>A reset brings the token back into step.</summary>
    Reset,

    /// <summary>The second customer signs in.</summary>
    SignInAgain,
}
