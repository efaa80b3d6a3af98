namespace HwToken.Testing;

/// <summary>Why something was not to be had.</summary>
public enum OtpFault
{
    /// <summary>There is no pool of that name.</summary>
    NoSuchPool,

    /// <summary>The token was given back, or its lease ran out.</summary>
    LeaseOver,

    /// <summary>All tokens of the pool are leased, and none came back in time.</summary>
    NoTokenFree,

    /// <summary>The next unused code comes later than the options want to wait.</summary>
    NotYet,

    /// <summary>The token shows an error instead of a code, or its counter has ended.</summary>
    TokenRefused,

    /// <summary>A token with this secret is in another pool: both would show the same codes.</summary>
    SameSecret,

    /// <summary>The simulator's data folder does not take what has to be kept: no code was told.</summary>
    NotKept,

    /// <summary>What was given is no secret, no URI, no seed file, or not within its limits.</summary>
    BadInput,

    /// <summary>The simulator that this one is attached to does not answer, or not as one does.</summary>
    Unreachable,
}
