namespace HwToken.Simulator.Clocks;

/// <summary>What the shared clock goes by.</summary>
public enum ClockMode
{
    /// <summary>True time.</summary>
    True,

    /// <summary>A time of its own, which is moved, stands or runs at a chosen rate.</summary>
    Virtual,
}
