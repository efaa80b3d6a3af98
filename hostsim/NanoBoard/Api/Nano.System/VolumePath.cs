using System.Buffers;
using NanoBoard;
using NanoBoard.Running;

namespace Nano.System.IO;

/// <summary>Paths of the form <c>I:\folder\name</c>, and names relative to the current directory.</summary>
internal static class VolumePath
{
    /// <summary>What the platform begins with: no drive, so that a relative name needs <c>Directory.SetCurrentDirectory</c> first.</summary>
    public const string NoDirectory = "\\";

    public const char Separator = '\\';

    private const int LongestName = 255;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(":\\/*?\"<>|");

    /// <summary>The place of a file or folder on the volume: names joined by a backslash; empty: the root.</summary>
    /// <exception cref="IOException">A name is none.</exception>
    /// <exception cref="NativeErrorException">There is no drive in the path, or not the one that is there: plain Exception on the device.</exception>
    public static string Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string full = Rooted(path);
        if (!HasDrive(full))
        {
            throw new NativeErrorException("The path names no drive, or another one than I:.");
        }

        return TryParse(path, out string place) ? place : throw new IOException("A path has the form I:\\name or I:\\folder\\name.");
    }

    /// <summary>The place of a file on the volume: never its root.</summary>
    public static string ParseFile(string path) => Parse(path) is { Length: > 0 } place ? place : throw new IOException("The path names no file.");

    /// <summary>The place of a file or folder on the volume.</summary>
    /// <returns>False when the path is none of the internal volume.</returns>
    public static bool TryParse(string? path, out string place)
    {
        place = string.Empty;
        if (path is null || Rooted(path) is var full && !HasDrive(full))
        {
            return false;
        }

        string[] names = full[3..].Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries);
        place = string.Join(Separator, names);
        return Array.TrueForAll(names, name => name.Length <= LongestName && name.AsSpan().IndexOfAny(s_forbidden) < 0);
    }

    /// <summary>The path of a place.</summary>
    public static string Of(string place) => "I:\\" + place;

    /// <summary>The folder that a place lies in; empty: the root.</summary>
    public static string FolderOf(string place) => place.LastIndexOf(Separator) is >= 0 and var at ? place[..at] : string.Empty;

    private static string Rooted(string path)
    {
        bool isRooted = path.Length > 0 && (path[0] is '\\' or '/' || (path.Length > 1 && path[1] == ':'));
        return isRooted || Boot.CurrentOrNull?.Files.CurrentDirectory is not { } current || current == NoDirectory ? path : current.TrimEnd('\\', '/') + Separator + path;
    }

    private static bool HasDrive(string path) => path.Length >= 3 && path[0] is ('I' or 'i') && path[1] == ':' && path[2] is ('\\' or '/');
}
