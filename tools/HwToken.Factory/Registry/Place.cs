using System.Security.Cryptography;
using System.Text;

namespace HwToken.Factory.Registry;

/// <summary>Where something lies: the folder, with every link on the way followed, and the machine. A copy lies somewhere else.</summary>
public static class Place
{
    private const string MachineIdFile = "/etc/machine-id";
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The folder's one name.</summary>
    public static string Of(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (int links = 0; links < MostLinks && FirstLink(path) is { } followed; links++)
        {
            path = followed;
        }

        return path;
    }

    /// <summary>True when both are one place.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, Comparison);

    /// <summary>Tells this machine from others, where the system can: a hash of its machine ID on Linux, its name on Windows; else empty.</summary>
    public static string Machine()
    {
        string name = OperatingSystem.IsWindows() ? Environment.MachineName : File.Exists(MachineIdFile) ? File.ReadAllText(MachineIdFile).Trim() : "";
        return name.Length == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("HWTOKEN MACHINE " + name)).AsSpan(0, 8));
    }

    /// <summary>The path with the first link on it replaced by what it points to.</summary>
    /// <returns>Null when there is none.</returns>
    private static string? FirstLink(string path)
    {
        string root = Path.GetPathRoot(path)!;
        string[] parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        string walked = root;
        for (int i = 0; i < parts.Length; i++)
        {
            walked = Path.Combine(walked, parts[i]);
            if (new DirectoryInfo(walked).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine([Path.GetDirectoryName(walked)!, target, .. parts[(i + 1)..]]));
            }
        }

        return null;
    }
}
