namespace HwToken.Factory.Stations;

/// <summary>The steps of the work on one token.</summary>
internal enum StationStep
{
    /// <summary>The board's firmware is written by another program.</summary>
    Flashing,

    /// <summary>A unit was taken; its keys are written.</summary>
    Writing,

    /// <summary>The first codes are compared.</summary>
    ComparingCodes,

    /// <summary>COMMIT is sent.</summary>
    Committing,

    /// <summary>Parameters and self-test.</summary>
    Checking,

    /// <summary>The clock is measured.</summary>
    MeasuringClock,

    /// <summary>The operator types what the display shows.</summary>
    AwaitingCode,

    /// <summary>The label is made.</summary>
    MakingLabel,
}

/// <summary>Steps in words.</summary>
internal static class StationSteps
{
    /// <summary>For people.</summary>
    public static string Words(this StationStep step) => step switch
    {
        StationStep.Flashing => "flashing",
        StationStep.Writing => "writing",
        StationStep.ComparingCodes => "comparing codes",
        StationStep.Committing => "committing",
        StationStep.Checking => "checking",
        StationStep.MeasuringClock => "measuring the clock",
        StationStep.AwaitingCode => "waiting for the displayed code",
        _ => "making the label",
    };
}
