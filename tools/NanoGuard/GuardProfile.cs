namespace NanoGuard;

/// <summary>How much is refused. Each profile holds those before it.</summary>
public enum GuardProfile
{
    /// <summary>Only what does not run on the device, or not as on the desktop. Each rule has a proof on the interpreter's behaviour.</summary>
    Platform,

    /// <summary>Also what runs right and is better left out of firmware that starts often and must compute the same everywhere.</summary>
    House,
}
