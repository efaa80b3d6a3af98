using System.IO.Ports;

namespace HwToken.Lines;

/// <summary>The serial ports of this machine.</summary>
public static class SerialDevices
{
    private const int MostLevels = 8;

    /// <summary>All ports that a device stands behind, by name.</summary>
    public static IReadOnlyList<SerialDevice> Find() => OperatingSystem.IsLinux()
        ? Find("/sys/class/tty", "/dev")
        : [.. SerialPort.GetPortNames().Where(IsOpenedAtOnce).Order(StringComparer.Ordinal).Select(name => new SerialDevice(name, "", ""))];

    /// <summary>Linux: a port has a driver in sysfs; the four places for ports that every PC has and mostly leaves empty are left out.</summary>
    /// <param name="classes">Folder of the terminals in sysfs.</param>
    /// <param name="devices">Folder of the device files.</param>
    internal static IReadOnlyList<SerialDevice> Find(string classes, string devices)
    {
        if (!Directory.Exists(classes))
        {
            return [];
        }

        var found = new List<SerialDevice>();
        foreach (string entry in Directory.EnumerateFileSystemEntries(classes).Order(StringComparer.Ordinal))
        {
            string name = Path.Combine(devices, Path.GetFileName(entry));
            var device = new DirectoryInfo(Path.Combine(entry, "device"));
            if (device.Exists && File.Exists(name) && !IsEmptyPlace(entry))
            {
                found.Add(Describe(name, device.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? device.FullName));
            }
        }

        return found;
    }

    /// <summary>macOS: <c>/dev/tty.…</c> waits for a carrier, <c>/dev/cu.…</c> is the same port without that.</summary>
    private static bool IsOpenedAtOnce(string name) => !name.StartsWith("/dev/tty.", StringComparison.Ordinal);

    /// <summary>A port of the PC's own that no chip stands behind has type 0 (PORT_UNKNOWN).</summary>
    private static bool IsEmptyPlace(string entry) => Read(Path.Combine(entry, "type")) == "0";

    /// <summary>The USB device is some levels above its terminal: it is the one that knows its vendor.</summary>
    private static SerialDevice Describe(string name, string folder)
    {
        var above = new DirectoryInfo(folder);
        for (int level = 0; level < MostLevels && above is not null; level++, above = above.Parent)
        {
            string At(string what) => Read(Path.Combine(above.FullName, what));
            if (At("idVendor") is { Length: > 0 } vendor)
            {
                string usb = string.Join(' ', new[] { At("manufacturer"), At("product"), At("serial") }.Where(word => word.Length > 0));
                return new SerialDevice(name, usb, $"{vendor}:{At("idProduct")}");
            }
        }

        return new SerialDevice(name, "", "");
    }

    /// <summary>One line of sysfs, without control characters: a USB device may call itself anything.</summary>
    private static string Read(string path)
    {
        try
        {
            return string.Concat(File.ReadLines(path).FirstOrDefault("").Where(c => !char.IsControl(c))).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
