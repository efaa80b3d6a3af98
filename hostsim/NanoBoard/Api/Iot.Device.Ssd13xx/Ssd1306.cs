using System;
using System.Device.Gpio;
using System.Device.I2c;
using NanoBoard.Running;
using Iot.Device.Ssd13xx.Commands;

namespace Iot.Device.Ssd13xx;

/// <summary>The SSD1306 of the display package.</summary>
public class Ssd1306 : Ssd13xx
{
    /// <summary>Usual I2C address.</summary>
    public const byte DefaultI2cAddress = 0x3C;

    /// <summary>The other I2C address.</summary>
    public const byte SecondaryI2cAddress = 0x3D;

    /// <summary>A 128 × 64 panel.</summary>
    public Ssd1306(I2cDevice i2cDevice, int resetPin = -1)
        : base(i2cDevice, DisplayResolution.OLED128x64, DisplayOrientation.Landscape, resetPin)
    {
    }

    /// <summary>A panel of some size.</summary>
    public Ssd1306(
        I2cDevice i2cDevice,
        DisplayResolution res,
        DisplayOrientation orientation = DisplayOrientation.Landscape,
        int resetPin = -1,
        GpioController? gpio = null,
        bool shouldDispose = true)
        : base(i2cDevice, res, orientation, resetPin, gpio, shouldDispose)
    {
    }

    /// <summary>Sends a command, and behind it the whole frame as if its pixels were commands. The first bytes of the frame are overwritten.</summary>
    /// <exception cref="ArgumentNullException">There are no bytes to send.</exception>
    public void SendCommand(ISsd1306Command command)
    {
        byte[]? bytes = command?.GetBytes();
        if (bytes is null || bytes.Length == 0)
        {
            throw new ArgumentNullException(nameof(command));
        }

        SendWithFrame(bytes);
    }

    /// <summary>Calls itself for ever: the device's stack overflows.</summary>
    /// <exception cref="NanoBoard.BoardMisuseException">Always.</exception>
    public override void SendCommand(ISharedCommand command) => throw Boot.Current.Misuse(
        "Ssd1306.SendCommand(ISharedCommand) calls itself until the device's stack overflows. Write the command bytes to an I2cDevice of your own.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => base.Dispose(disposing);
}
