using System.Buffers;
using NanoBoard;

namespace Nano.System.IO;

/// <summary>Paths of the form <c>I:\name</c>. The volume is used flat.</summary>
internal static class VolumePath
{
    private const int LongestName = 255;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(":\\/*?\"<>|");

    /// <summary>The file name in a path.</summary>
    /// <exception cref="IOException">The name is none.</exception>
    /// <exception cref="NativeErrorException">There is no drive in the path, or not the one that is there: plain Exception on the device.</exception>
    public static string Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!HasDrive(path))
        {
            throw new NativeErrorException("The path names no drive, or another one than I:.");
        }

        return TryParse(path, out string name) ? name : throw new IOException("A path has the form I:\\name.");
    }

    /// <summary>The file name in a path.</summary>
    /// <returns>False when the path is not one of the internal volume's root.</returns>
    public static bool TryParse(string? path, out string name)
    {
        name = string.Empty;
        if (path is null || path.Length < 4 || !HasDrive(path))
        {
            return false;
        }

        name = path[3..];
        return name.Length <= LongestName && name.AsSpan().IndexOfAny(s_forbidden) < 0;
    }

    private static bool HasDrive(string path) => path.Length >= 3 && path[0] is ('I' or 'i') && path[1] == ':' && path[2] is ('\\' or '/');
}
