namespace HwToken.Service.Commands;

/// <summary>Exit statuses of the server programs.</summary>
public static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something went wrong; a message on the error stream says what to do.</summary>
    public const int Failed = 1;

    /// <summary>The command line is off.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
