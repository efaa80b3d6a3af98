using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Keeping;

/// <summary>What the base library has no call for: files without a name, a name that is taken in one step, a folder's entries on the disk.</summary>
internal static partial class UnixCalls
{
    private const int ExistsAlready = 17;
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int CloseOnExec = 0x80000;
    private const int HereAbouts = -100;
    private const int FollowLink = 0x400;

    /// <summary>Linux: O_TMPFILE with O_DIRECTORY, whose bit differs by processor (fcntl.h). 0: not known here.</summary>
    private static readonly int Nameless = !OperatingSystem.IsLinux() ? 0 : RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 or Architecture.X86 => 0x410000,
        Architecture.Arm64 or Architecture.Arm => 0x404000,
        _ => 0,
    };

    /// <summary>Opens a file for writing that has no name yet: when the process ends before <see cref="TryName"/>, nothing is left of it.</summary>
    /// <param name="folder">Where it will get its name.</param>
    /// <param name="mode">Its mode, of which the umask takes away.</param>
    /// <returns>Null where the system or the medium cannot.</returns>
    public static SafeFileHandle? TryOpenNameless(string folder, UnixFileMode mode)
    {
        if (Nameless == 0 || !Directory.Exists("/proc/self/fd"))
        {
            return null;
        }

        int file = Open(folder, Nameless | WriteOnly | CloseOnExec, (uint)mode);
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
    }

    /// <summary>Gives a file without a name one, unless the name is taken.</summary>
    /// <returns>False: it is taken.</returns>
    /// <exception cref="IOException">The medium refuses.</exception>
    public static bool TryName(SafeFileHandle file, string path)
    {
        bool isNamed = LinkAt(HereAbouts, $"/proc/self/fd/{file.DangerousGetHandle()}", HereAbouts, path, FollowLink) == 0;
        int error = isNamed ? 0 : Marshal.GetLastPInvokeError();
        GC.KeepAlive(file);
        return isNamed || (error == ExistsAlready ? false : throw new IOException($"{path} cannot be written: {Marshal.GetPInvokeErrorMessage(error)}."));
    }

    /// <summary>Gives a file a second name unless that name is taken, in one step. File.Move looks first and renames then, so of two that make
    /// one file in the same moment the later would replace the earlier one's, which is in use by then.</summary>
    /// <returns>False: the name is taken. Null where there are no hard links (FAT).</returns>
    public static bool? TryLink(string from, string to) => Link(from, to) == 0 ? true : Marshal.GetLastPInvokeError() == ExistsAlready ? false : null;

    /// <summary>Brings a folder's names to the disk: after a power cut a file is of no use whose name is gone. A medium that cannot do it is let be.</summary>
    public static void FlushFolder(string folder)
    {
        int handle = Open(folder, ReadOnly, 0);
        if (handle >= 0)
        {
            _ = FSync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkAt(int fromFolder, string from, int toFolder, string to, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
