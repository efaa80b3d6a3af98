namespace HwToken.Rack.Contract;

/// <summary>What the token is doing, in a person's words.</summary>
internal enum Activity
{
    /// <summary>No power.</summary>
    Off,

    /// <summary>Powered or woken; the firmware has not started yet.</summary>
    Booting,

    /// <summary>The firmware runs.</summary>
    Awake,

    /// <summary>The firmware waits for the button's release.</summary>
    Pressed,

    /// <summary>The firmware stays awake without a finger: its provisioning line is open.</summary>
    Line,

    /// <summary>Asleep with a code on the panel.</summary>
    HoldOff,

    /// <summary>Asleep with something else on the panel.</summary>
    Showing,

    /// <summary>Asleep and dark.</summary>
    Asleep,

    /// <summary>The firmware ended without sleeping.</summary>
    Hung,
}
