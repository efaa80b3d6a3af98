namespace NanoBoard;

/// <summary>What the chip is doing.</summary>
public enum BoardState
{
    /// <summary>No power. The clock chip runs on its battery.</summary>
    Off,

    /// <summary>Deep sleep: no program, the panel keeps its picture.</summary>
    Asleep,

    /// <summary>Booting or running the firmware.</summary>
    Awake,

    /// <summary>The firmware returned, threw or broke the runtime: the chip sits in its debugger loop until reset or power cut.</summary>
    Hung,
}
