using System.Runtime.InteropServices;

namespace HwToken.Tool.Console;

/// <summary>What the system says of its clock.</summary>
internal static partial class SystemClock
{
    /// <summary>TIME_ERROR of adjtimex(2): not synchronised.</summary>
    private const int NotSynchronised = 5;

    /// <summary>More than the structure of any processor; all zero asks and sets nothing.</summary>
    private const int AskBytes = 512;

    /// <returns>Null where the system has no such answer.</returns>
    public static bool? IsSynchronised()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        int state = AdjTime(new byte[AskBytes]);
        return state < 0 ? null : state != NotSynchronised;
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjTime(byte[] ask);
}
