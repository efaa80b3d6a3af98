using HwToken.Lines;

namespace HwToken.Lines.Tests;

/// <summary>Ports out of a copy of sysfs.</summary>
public sealed class SerialDevicesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-sysfs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_USB_adapter_is_shown_by_what_it_calls_itself_and_empty_places_are_not_shown()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Makes symbolic links, as sysfs has them.");
        }

        Add("ttyUSB0", "devices/usb1/1-2/1-2:1.0/ttyUSB0", type: null);
        Write("devices/usb1/1-2/idVendor", "10c4");
        Write("devices/usb1/1-2/idProduct", "ea60");
        Write("devices/usb1/1-2/manufacturer", "Silicon Labs");
        Write("devices/usb1/1-2/product", "CP2102N \u001b[31mBridge");
        Write("devices/usb1/1-2/serial", "0001");
        Add("ttyS0", "devices/platform/serial8250/0", type: "4");
        Add("ttyS1", "devices/platform/serial8250/1", type: "0");
        Directory.CreateDirectory(Path.Combine(_folder, "class/tty0"));
        Write("dev/tty0", "");

        IReadOnlyList<SerialDevice> found = SerialDevices.Find(Path.Combine(_folder, "class"), Path.Combine(_folder, "dev"));

        Assert.Equal(
            [new SerialDevice(Path.Combine(_folder, "dev/ttyS0"), "", ""), new SerialDevice(Path.Combine(_folder, "dev/ttyUSB0"), "Silicon Labs CP2102N [31mBridge 0001", "10c4:ea60")],
            found);
    }

    [Fact]
    public void A_machine_without_terminals_has_no_ports() => Assert.Empty(SerialDevices.Find(Path.Combine(_folder, "none"), _folder));

    [Theory]
    [InlineData(13, "dialout")]
    [InlineData(16, "in use by another program")]
    [InlineData(25, "no serial line")]
    [InlineData(2, "is not there")]
    public void A_port_that_does_not_open_says_what_to_do(int errno, string words)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Numbers of Unix.");
        }

        IOException told = SerialErrors.Refused("/dev/ttyUSB0", new UnauthorizedAccessException("denied", new IOException("cause", errno)));
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.Contains("/dev/ttyUSB0", told.Message, StringComparison.Ordinal);
    }

    private void Add(string name, string device, string? type)
    {
        string entry = Directory.CreateDirectory(Path.Combine(_folder, "class", name)).FullName;
        Directory.CreateDirectory(Path.Combine(_folder, device));
        Directory.CreateSymbolicLink(Path.Combine(entry, "device"), Path.Combine(_folder, device));
        Write($"dev/{name}", "");
        if (type is not null)
        {
            File.WriteAllText(Path.Combine(entry, "type"), type + "\n");
        }
    }

    private void Write(string path, string text)
    {
        string whole = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, text + "\n");
    }
}
