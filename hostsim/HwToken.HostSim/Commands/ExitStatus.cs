namespace HwToken.HostSim.Commands;

/// <summary>Exit statuses of the program.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The token showed an error, or something else went wrong that a message tells.</summary>
    public const int Failed = 1;

    /// <summary>The command line is off.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
