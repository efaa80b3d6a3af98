using System.Runtime.InteropServices;

namespace HwToken.Lines.Tests;

/// <summary>Pseudo-terminals, by Linux calls.</summary>
internal static class Pty
{
    /// <summary>Makes one: its controlling end, and the path of the other.</summary>
    public static (FileStream Master, string Path) Open()
    {
        var master = new FileStream("/dev/ptmx", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        int handle = (int)master.SafeFileHandle.DangerousGetHandle();
        Assert.Equal(0, grantpt(handle));
        Assert.Equal(0, unlockpt(handle));
        return (master, Marshal.PtrToStringUTF8(ptsname(handle))!);
    }

#pragma warning disable SYSLIB1054, IDE1006, CA5392 // three calls of a test; their names are the C library's
    [DllImport("libc")]
    private static extern int grantpt(int handle);

    [DllImport("libc")]
    private static extern int unlockpt(int handle);

    [DllImport("libc")]
    private static extern IntPtr ptsname(int handle);
#pragma warning restore SYSLIB1054, IDE1006, CA5392
}
