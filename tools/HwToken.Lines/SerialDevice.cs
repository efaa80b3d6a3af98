namespace HwToken.Lines;

/// <summary>A serial port of this machine.</summary>
/// <param name="Name">As <c>--port</c> takes it.</param>
/// <param name="Usb">What its USB device calls itself (maker, product, serial number); empty when it is none or does not tell.</param>
/// <param name="UsbId">Vendor and product, <c>10c4:ea60</c>; empty when it is no USB device.</param>
public sealed record SerialDevice(string Name, string Usb, string UsbId);
