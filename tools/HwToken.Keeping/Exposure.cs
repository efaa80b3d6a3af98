using Microsoft.Win32.SafeHandles;

namespace HwToken.Keeping;

/// <summary>Whether others can read a file, and what helps there: a mode that can be set, a medium that has none, a file that is not ours.</summary>
internal static class Exposure
{
    private static readonly HashSet<string> WithoutModes = new(StringComparer.OrdinalIgnoreCase) { "msdos", "vfat", "exfat", "fat", "fat32", "ntfs", "fuse", "fuseblk", "hfs" };

    /// <summary>Why others can read an open file.</summary>
    /// <returns>Null when they cannot.</returns>
    public static string? Of(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsOwner.IsOpen(path) ? $"{path} holds a secret and others may read it. Run: icacls {Quoted(path)} /inheritance:r /grant:r \"%USERNAME%:F\"" : null;
        }

        UnixFileMode mode = File.GetUnixFileMode(file);
        return Judge(path, mode, () => !WithoutModes.Contains(FormatOf(path)), () => IsShut(path), () => CanChange(file, mode));
    }

    /// <summary>The rule, apart from where its facts come from.</summary>
    /// <param name="path">For the advice.</param>
    /// <param name="mode">Mode of the file.</param>
    /// <param name="keepsModes">The medium has modes of its own.</param>
    /// <param name="isShut">A folder above lets nobody else through.</param>
    /// <param name="canChange">The mode is ours to change.</param>
    internal static string? Judge(string path, UnixFileMode mode, Func<bool> keepsModes, Func<bool> isShut, Func<bool> canChange)
    {
        if ((mode & (OwnerOnly.Group | OwnerOnly.Everybody)) == 0)
        {
            return null;
        }

        if (!keepsModes())
        {
            return isShut() ? null : $"{path} lies on a medium that keeps no modes (FAT, exFAT), where every user of this computer can read it. Mount it for yourself alone (mount options uid={Environment.UserName},umask=077), or use a file on another disk";
        }

        if (canChange())
        {
            return $"{path} holds a secret and others may read it. Run: chmod 600 {Quoted(path)}";
        }

        // A secret that a cluster or an administrator hands to a group of ours: 0440 or 0640 is as narrow as they can make it.
        bool isHandedToGroup = (mode & (OwnerOnly.Everybody | UnixFileMode.GroupWrite)) == 0;
        return isHandedToGroup ? null : $"{path} holds a secret, every user may read it, and its mode is not yours to change. Copy it: install -m 600 {Quoted(path)} and a name of your own (Kubernetes: defaultMode 0440)";
    }

    /// <summary>A path as a shell takes it.</summary>
    internal static string Quoted(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return $"\"{path}\"";
        }

        return path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }

    private static bool IsShut(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Setting the mode that it has already changes nothing, and tells who may.</summary>
    private static bool CanChange(SafeFileHandle file, UnixFileMode mode)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, mode);
            }

            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static string FormatOf(string path)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(path)).DriveFormat;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }
}
