namespace HwToken.Factory.Stations;

/// <summary>What happens at a port.</summary>
public enum StationEventKind
{
    /// <summary>Nobody answers: the port waits for a token.</summary>
    Waiting,

    /// <summary>A unit's work begins, or goes on.</summary>
    Started,

    /// <summary>A step of the work.</summary>
    Step,

    /// <summary>The unit passed.</summary>
    Passed,

    /// <summary>The unit failed and was scrapped.</summary>
    Failed,

    /// <summary>The token is set aside; no unit was used up.</summary>
    SetAside,

    /// <summary>The token went away in the middle; the unit is brought to an end when a token answers again.</summary>
    Interrupted,

    /// <summary>The token had passed before.</summary>
    PassedBefore,

    /// <summary>A unit was scrapped by rule after an interruption.</summary>
    Scrapped,

    /// <summary>The port cannot be used.</summary>
    PortFailed,
}
