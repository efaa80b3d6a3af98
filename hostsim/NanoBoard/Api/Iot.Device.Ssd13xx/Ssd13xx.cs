using System;
using System.Device.Gpio;
using System.Device.I2c;
using NanoBoard.Running;
using Iot.Device.Ssd13xx.Commands;

namespace Iot.Device.Ssd13xx;

/// <summary>
/// The display package's driver: software above <see cref="I2cDevice"/>, with the defects of the real one. It ignores every
/// transfer status: a missing panel is not noticed.
/// </summary>
public abstract partial class Ssd13xx : IDisposable
{
    private const int RowsInPage = 8;
    private const int Sh1106Reserve = 4;
    private const byte DataFollows = 0x40;

    private readonly byte[] _frame;
    private readonly byte[] _pageData;
    private readonly byte[] _pageCommand = [0x00, 0xB0, 0x00, 0x10];
    private readonly int _resetPin;
    private readonly bool _ownsGpio;
    private GpioController? _gpio;
    private I2cDevice? _device;

    /// <summary>Pushes the init table, which ends with the panel on, showing whatever its RAM holds.</summary>
    /// <param name="i2cDevice">The opened device. Disposed with the driver.</param>
    /// <param name="resolution">Size of the glass.</param>
    /// <param name="orientation">How <see cref="DrawPixel"/> turns the picture.</param>
    /// <param name="resetPin">Reset line of the panel; -1: none.</param>
    /// <param name="gpio">Controller for the reset line; null: an own one.</param>
    /// <param name="shouldDispose">Dispose <paramref name="gpio"/> too.</param>
    protected Ssd13xx(
        I2cDevice i2cDevice,
        DisplayResolution resolution = DisplayResolution.OLED128x64,
        DisplayOrientation orientation = DisplayOrientation.Landscape,
        int resetPin = -1,
        GpioController? gpio = null,
        bool shouldDispose = true)
    {
        _resetPin = resetPin;
        if (resetPin >= 0)
        {
            _gpio = gpio ?? new GpioController();
            ResetPanel();
        }

        _ownsGpio = shouldDispose || gpio is null;
        _device = i2cDevice ?? throw new ArgumentNullException(nameof(i2cDevice));
        Orientation = orientation;
        (Width, Height) = resolution switch
        {
            DisplayResolution.OLED128x32 => (128, 32),
            DisplayResolution.OLED96x16 => (96, 16),
            DisplayResolution.OLED64x128 => (64, 128),
            _ => (128, 64),
        };
        _device.Write(InitTable.For(resolution));
        Pages = (byte)(Height / RowsInPage);
        _frame = new byte[(Pages * Width) + Sh1106Reserve];
        _pageData = new byte[Width + 1];
    }

    /// <summary>How <see cref="DrawPixel"/> turns the picture.</summary>
    public DisplayOrientation Orientation { get; set; }

    /// <summary>Columns.</summary>
    public int Width { get; set; }

    /// <summary>Rows.</summary>
    public int Height { get; set; }

    /// <summary>Pages of 8 rows.</summary>
    public byte Pages { get; set; }

    /// <summary>Sends a command that several controllers know.</summary>
    public abstract void SendCommand(ISharedCommand command);

    /// <summary>Copies a page-aligned bitmap into the frame: a byte is 8 rows of a column, the topmost in bit 0.</summary>
    /// <exception cref="ArgumentException">y or height is no multiple of 8, or the bitmap has not width × height / 8 bytes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It goes past the end of the frame.</exception>
    public void DrawDirectAligned(int x, int y, int width, int height, byte[] buffer)
    {
        ChargeCall();
        CheckAligned(y, height);
        int pages = height / RowsInPage;
        if (pages * width != buffer.Length)
        {
            throw new ArgumentException("Width and height do not match the bitmap size.");
        }

        int to = (y / RowsInPage * Width) + x;
        for (int page = 0; page < pages; page++, to += Width)
        {
            CheckRange(to, width);
            Array.Copy(buffer, page * width, _frame, to, width);
        }
    }

    /// <summary>Clears a page-aligned part of the frame.</summary>
    /// <exception cref="ArgumentException">y or height is no multiple of 8.</exception>
    public void ClearDirectAligned(int x, int y, int width, int height)
    {
        ChargeCall();
        CheckAligned(y, height);
        int at = (y / RowsInPage * Width) + x;
        for (int page = 0; page < height / RowsInPage; page++, at += Width)
        {
            CheckRange(at, width);
            Array.Clear(_frame, at, width);
        }
    }

    /// <summary>Sets a pixel of the frame. Slow: the interpreter needs some 0.2 ms. Outside the glass nothing happens.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="inverted">True: lit.</param>
    public void DrawPixel(int x, int y, bool inverted = true)
    {
        Boot boot = Boot.Current;
        boot.ThrowIfDead();
        boot.Spend(boot.Board.Options.PixelTime.Ticks);
        (x, y) = Turn(x, y);
        if (x < 0 || x >= Width || y < 0 || y >= Height)
        {
            return;
        }

        int at = x + (y / RowsInPage * Width);
        byte bit = (byte)(1 << (y % RowsInPage));
        _frame[at] = (byte)(inverted ? _frame[at] | bit : _frame[at] & ~bit);
    }

    /// <summary>Sends the whole frame: per page a command write of 4 bytes and a data write of a row of bytes.</summary>
    public void Display()
    {
        for (int page = 0; page < Pages; page++)
        {
            _pageCommand[1] = (byte)(0xB0 + page);
            _device!.Write(_pageCommand);
            _pageData[0] = DataFollows;
            Array.Copy(_frame, page * Width, _pageData, 1, Width);
            _device.Write(_pageData);
        }
    }

    /// <summary>Clears the frame and sends it.</summary>
    public void ClearScreen()
    {
        Array.Clear(_frame);
        Display();
    }

    /// <summary>Disposes the I2C device. Does not blank the panel.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Sends a command as the package does: it overwrites the first bytes of the frame and sends all of it, pixels included, as commands.
    /// </summary>
    private protected void SendWithFrame(byte[] command)
    {
        _frame[0] = 0x00;
        command.CopyTo(_frame, 1);
        _device!.Write(_frame);
    }

    /// <summary>Disposes the I2C device and the reset line.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        if (_gpio is not null && Boot.CurrentOrNull is { IsDead: false })
        {
            _gpio.ClosePin(_resetPin);
            if (_ownsGpio)
            {
                _gpio.Dispose();
            }
        }

        _gpio = null;
        _device?.Dispose();
        _device = null;
    }

    private static void ChargeCall() => Boot.Call();

    private static void CheckAligned(int y, int height)
    {
        if (y % RowsInPage != 0)
        {
            throw new ArgumentException("Y must be aligned to byte boundary.");
        }

        if (height % RowsInPage != 0)
        {
            throw new ArgumentException("Height must be aligned to byte boundary.");
        }
    }

    /// <summary>The device's Array.Copy and Array.Clear refuse a range past the end with a type of their own; the pages before it stay drawn.</summary>
    private void CheckRange(int at, int width)
    {
        if (at < 0 || width < 0 || at + width > _frame.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(at));
        }
    }

    private (int X, int Y) Turn(int x, int y)
    {
        DisplayOrientation upright = Width < Height ? DisplayOrientation.Portrait : DisplayOrientation.Landscape;
        return Math.Abs(upright - Orientation) switch
        {
            1 => (Width - y - 1, x),
            2 => (Width - x - 1, Height - y - 1),
            3 => (y, Height - x - 1),
            _ => (x, y),
        };
    }

    private void ResetPanel()
    {
        GpioPin pin = _gpio!.OpenPin(_resetPin, PinMode.Output);
        pin.Write(PinValue.High);
        Nano.System.Threading.Thread.Sleep(1);
        pin.Write(PinValue.Low);
        Nano.System.Threading.Thread.Sleep(10);
        pin.Write(PinValue.High);
        Nano.System.Threading.Thread.Sleep(1);
    }
}
