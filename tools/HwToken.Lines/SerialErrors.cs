namespace HwToken.Lines;

/// <summary>What can be wrong with a serial line, and what to do.</summary>
internal static class SerialErrors
{
    // <errno.h>, the same on Linux and macOS but for NotTerminal's name; System.IO.Ports hands the number on in HResult.
    private const int NoEntry = 2;
    private const int NoPermission = 13;
    private const int Busy = 16;
    private const int NotTerminal = 25;

    public static IOException Gone(string name, Exception? cause) => new($"{name} is gone: the adapter was unplugged, or the token pulled. Plug it in again.", cause);

    public static IOException Missing(string name, Exception? cause) => new($"{name} is not there: plug the adapter in, or look for its name with 'hwtoken device list'.", cause);

    /// <summary>A device that would not open.</summary>
    public static IOException Refused(string name, Exception cause) => OperatingSystem.IsWindows()
        ? cause is UnauthorizedAccessException
            ? new IOException($"{name} is in use by another program. Close it (a monitor, nanoff, another station).", cause)
            : NoLine(name, cause)
        : cause.InnerException?.HResult switch
        {
            NoEntry => Missing(name, cause),
            NoPermission => new IOException($"{name} may not be opened by you. Join the group that owns it: 'sudo usermod -aG dialout $USER', then sign in anew ('ls -l {name}' names the group where it is another).", cause),
            Busy => new IOException($"{name} is in use by another program. Close it (a monitor, nanoff, ModemManager, another station).", cause),
            NotTerminal => NoLine(name, cause),
            _ => new IOException($"{name} cannot be opened: {(cause.InnerException ?? cause).Message}.", cause),
        };

    private static IOException NoLine(string name, Exception cause) => new($"{name} is no serial line. Look for the right name with 'hwtoken device list'.", cause);
}
