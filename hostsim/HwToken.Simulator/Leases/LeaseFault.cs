namespace HwToken.Simulator.Leases;

/// <summary>Why a lease or a code is refused.</summary>
public enum LeaseFault
{
    /// <summary>There is no pool of that name.</summary>
    NoSuchPool,

    /// <summary>There is no such lease: released, run out, or never granted.</summary>
    NoSuchLease,

    /// <summary>Every token of the pool is leased, and none came back in time.</summary>
    NoTokenFree,

    /// <summary>The next unused code is not there yet, and will not be in time.</summary>
    NotYet,

    /// <summary>The token shows an error instead of a code, or has reached the end of its counter.</summary>
    TokenRefused,

    /// <summary>A token with the same secret is in another pool, or twice in this one: both would show the same codes.</summary>
    SameSecret,

    /// <summary>What was to be kept could not be written: nothing is told.</summary>
    NotKept,
}
