using System.Text;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.Path</c>: backslashes, drives of one letter, whatever the host writes.</summary>
public static class Path
{
    /// <summary>Backslash.</summary>
    public static readonly char DirectorySeparatorChar = '\\';

    /// <summary>Slash, which is understood too.</summary>
    public static readonly char AltDirectorySeparatorChar = '/';

    /// <summary>Colon.</summary>
    public static readonly char VolumeSeparatorChar = ':';

    /// <summary>Semicolon.</summary>
    public static readonly char PathSeparator = ';';

    /// <summary>The path with another extension; null takes it away.</summary>
    public static string? ChangeExtension(string? path, string? extension)
    {
        if (string.IsNullOrEmpty(path))
        {
            return path;
        }

        string bare = DotOf(path) is >= 0 and var dot ? path[..dot] : path;
        return extension is null ? bare : extension.StartsWith('.') ? bare + extension : bare + "." + extension;
    }

    /// <summary>Both parts, with a backslash between them where there is none. A second part with a root stands alone.</summary>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public static string Combine(string path1, string path2)
    {
        ArgumentNullException.ThrowIfNull(path1);
        ArgumentNullException.ThrowIfNull(path2);
        return path1.Length == 0 || IsPathRooted(path2) ? path2
            : path2.Length == 0 ? path1
            : IsSeparator(path1[^1]) ? path1 + path2 : path1 + DirectorySeparatorChar + path2;
    }

    /// <summary>What stands before the last name; null of a root.</summary>
    public static string? GetDirectoryName(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Length <= RootOf(path))
        {
            return null;
        }

        int root = RootOf(path);
        int end = path.Length;
        while (end > root && !IsSeparator(path[end - 1]))
        {
            end--;
        }

        while (end > root && IsSeparator(path[end - 1]))
        {
            end--;
        }

        return Normal(path[..end]);
    }

    /// <summary>From the last dot of the last name on; empty: none.</summary>
    public static string? GetExtension(string? path) => path is null ? null : DotOf(path) is >= 0 and var dot && dot < path.Length - 1 ? path[dot..] : string.Empty;

    /// <summary>The last name.</summary>
    public static string? GetFileName(string? path)
    {
        if (path is null)
        {
            return null;
        }

        int at = path.Length;
        while (at > RootOf(path) && !IsSeparator(path[at - 1]))
        {
            at--;
        }

        return path[at..];
    }

    /// <summary>The last name without its extension.</summary>
    public static string? GetFileNameWithoutExtension(string? path) => GetFileName(path) is { } name && name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : GetFileName(path);

    /// <summary>The path from its root on: relative ones from the current directory.</summary>
    /// <exception cref="ArgumentException">Null or empty.</exception>
    public static string GetFullPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Normal(IsPathRooted(path) ? path : Combine(Directory.GetCurrentDirectory(), path));
    }

    /// <summary>Characters that no name has.</summary>
    public static char[] GetInvalidFileNameChars() => ['"', '<', '>', '|', .. Enumerable.Range(0, 32).Select(code => (char)code), ':', '*', '?', '\\', '/'];

    /// <summary>Characters that no path has.</summary>
    public static char[] GetInvalidPathChars() => ['|', .. Enumerable.Range(0, 32).Select(code => (char)code)];

    /// <summary>Drive and first backslash; empty: none.</summary>
    public static string? GetPathRoot(string? path) => string.IsNullOrEmpty(path) ? null : Normal(path[..RootOf(path)]);

    /// <summary>The last name has a dot and something behind it.</summary>
    public static bool HasExtension(string? path) => path is not null && DotOf(path) is >= 0 and var dot && dot != path.Length - 1;

    /// <summary>Begins with a backslash or a drive.</summary>
    public static bool IsPathRooted(string? path) => path is { Length: > 0 } && (IsSeparator(path[0]) || HasDrive(path));

    private static bool IsSeparator(char letter) => letter is '\\' or '/';

    private static bool HasDrive(string path) => path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';

    private static int RootOf(string path) => HasDrive(path) ? path.Length > 2 && IsSeparator(path[2]) ? 3 : 2 : IsSeparator(path[0]) ? 1 : 0;

    private static int DotOf(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOfAny(['\\', '/']) ? dot : -1;
    }

    /// <summary>Backslashes, and one for several.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder();
        foreach (char letter in path)
        {
            if (!IsSeparator(letter))
            {
                normal.Append(letter);
            }
            else if (normal.Length == 0 || normal[^1] != DirectorySeparatorChar)
            {
                normal.Append(DirectorySeparatorChar);
            }
        }

        return normal.ToString();
    }
}
