using System.Runtime.InteropServices;

namespace HwToken.Factory;

/// <summary>What the base library has no call for: a name that is taken in one step, and a folder's entries on the disk.</summary>
internal static partial class UnixFile
{
    private const int ExistsAlready = 17;
    private const int ReadOnly = 0;

    /// <summary>Gives a file a second name unless that name is taken, in one step. File.Move looks first and renames then, so of two people who
    /// make one file in the same moment the later would replace the earlier one's, which is in use by then.</summary>
    /// <returns>False: the name is taken. Null where there are no hard links (Windows, FAT).</returns>
    public static bool? TryLink(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return Link(from, to) == 0 ? true : Marshal.GetLastPInvokeError() == ExistsAlready ? false : null;
    }

    /// <summary>Brings a folder's names to the disk: after a power cut a file is of no use whose name is gone. A file system that cannot do it is let be.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, ReadOnly);
        if (handle >= 0)
        {
            _ = FSync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
