using NanoBoard.Running;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.DriveInfo</c>. The board has one drive.</summary>
public sealed class DriveInfo
{
    /// <summary>Names a drive.</summary>
    /// <exception cref="ArgumentException">There is no such drive.</exception>
    public DriveInfo(string driveName)
    {
        Boot.Call();
        if (!VolumePath.TryParse(driveName is { Length: 1 or 2 } ? driveName[..1] + ":\\" : driveName, out string place) || place.Length > 0)
        {
            throw new ArgumentException("There is the drive I: and no other.");
        }
    }

    /// <summary>The chip's own flash.</summary>
    public DriveType DriveType => DriveType.Fixed;

    /// <summary><c>I:\</c>.</summary>
    public string Name => "I:\\";

    /// <summary>The platform does not know it: -1.</summary>
    public long TotalSize => -1;

    /// <summary>All drives.</summary>
    public static DriveInfo[] GetDrives() => [new("I:\\")];
}
