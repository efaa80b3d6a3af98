using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Chips;

/// <content>
/// The tables. Pins, input-only pins, pins of the RTC domain, flash and converter: the data sheet of the chip, section "Pins", tables "Pin overview", "RTC functions" (ESP32:
/// appendix "IO_MUX" and "RTC_MUX"), "Analog functions" and "Pins connected to flash"; strapping pins: its section "Boot configurations" (older issues: "Strapping pins").
/// Functions after boot, number of buses and ports: the chip's device mapping in nf-interpreter (targets/ESP32/_common/*_DeviceMapping.cpp); of those the stock image watches in
/// deep sleep: nanoFramework.Hardware.Esp32, Sleep.
/// </content>
public sealed partial class EspChip
{
    /// <summary>The classic ESP32, as on ESP32-WROOM-32 and WROVER modules.</summary>
    public static EspChip Esp32 { get; } = new(
        "ESP32",
        pinCount: 40,
        pins: Pins((0, 19), (21, 23), (25, 27), (32, 39)),
        drivers: Pins((0, 19), (21, 23), (25, 27), (32, 33)), // 34 to 39 are inputs, without resistors too
        wakers: Pins((0, 0), (2, 2), (4, 4), (12, 15), (25, 27), (32, 39)),
        flash: Pins((6, 11)),
        straps: Pins((0, 0), (2, 2), (5, 5), (12, 12), (15, 15)))
    {
        Target = "ESP32_REV3",
        UsualPins = new BoardPins(),
        AnalogPins = [36, 37, 38, 39, 32, 33, 34, 35, 36, 39, 4, 0, 2, 15, 13, 12, 14, 27, 25, 26], // 8 and 9: temperature and Hall sensor inside
        AnalogChannels = 20,
        HasInnerSensors = true,
        I2cBuses = 2,
        SerialPorts = 3,
        PwmOutputs = 16,
        Defaults = new Dictionary<DeviceFunction, int>
        {
            [DeviceFunction.I2C1_DATA] = 18,
            [DeviceFunction.I2C1_CLOCK] = 19,
            [DeviceFunction.I2C2_DATA] = 25,
            [DeviceFunction.I2C2_CLOCK] = 26,
            [DeviceFunction.COM1_TX] = 1,
            [DeviceFunction.COM1_RX] = 3,
        },
    };

    /// <summary>The ESP32-S3.</summary>
    public static EspChip Esp32S3 { get; } = new(
        "ESP32-S3",
        pinCount: 49,
        pins: Pins((0, 21), (26, 48)),
        drivers: Pins((0, 21), (26, 48)),
        wakers: Pins((0, 21)),
        flash: Pins((26, 32)),
        straps: Pins((0, 0), (3, 3), (45, 46)))
    {
        Target = "ESP32_S3_QUAD",
        UsualPins = new BoardPins { Button = 4, Sda = 8, Scl = 9, Tx = 17, Rx = 18 },
        AnalogPins = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
        AnalogChannels = 20,
        I2cBuses = 2,
        SerialPorts = 3,
        PwmOutputs = 8,
        HasUsb = true,
        WakesAtAnyLow = true,
        Defaults = new Dictionary<DeviceFunction, int> { [DeviceFunction.COM1_TX] = 43, [DeviceFunction.COM1_RX] = 44 },
    };

    /// <summary>The ESP32-C3. No pin wakes it under nanoFramework: only time and reset do.</summary>
    public static EspChip Esp32C3 { get; } = new(
        "ESP32-C3",
        pinCount: 22,
        pins: Pins((0, 21)),
        drivers: Pins((0, 21)),
        wakers: Pins((0, 5)),
        flash: Pins((12, 17)),
        straps: Pins((2, 2), (8, 9)))
    {
        Target = "ESP32_C3",
        UsualPins = new BoardPins { Button = 3, Sda = 5, Scl = 6, Tx = 7, Rx = 10 },
        AnalogPins = [0, 1, 2, 3, 4, 5],
        AnalogChannels = 10, // the image says twice five, and has pins for six
        FirstConverter = 5,
        HasSecondConverter = false,
        I2cBuses = 1,
        SerialPorts = 2,
        PwmOutputs = 6,
        HasUsb = true,
        HasPinWake = false,
        HasOneWire = false,
        Defaults = new Dictionary<DeviceFunction, int>
        {
            [DeviceFunction.I2C1_DATA] = 18, // USB is there too
            [DeviceFunction.I2C1_CLOCK] = 19,
            [DeviceFunction.COM1_TX] = 21,
            [DeviceFunction.COM1_RX] = 20,
        },
    };
}
