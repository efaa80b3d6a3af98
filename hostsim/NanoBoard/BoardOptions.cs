using NanoBoard.Chips;

namespace NanoBoard;

/// <summary>What a virtual board is made of. Everything random follows from <see cref="Seed"/>.</summary>
public sealed record BoardOptions
{
    private readonly BoardPins? _pins;

    /// <summary>Seed of panel noise, button bounce, torn writes, line noise and the firmware's random numbers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>True time when the board is made.</summary>
    public DateTimeOffset StartsAt { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A DS3231 is fitted.</summary>
    public bool HasRtc { get; init; } = true;

    /// <summary>A panel is fitted.</summary>
    public bool HasPanel { get; init; } = true;

    /// <summary>Which one.</summary>
    public PanelKind Panel { get; init; }

    /// <summary>The chip.</summary>
    public EspChip Chip { get; init; } = EspChip.Esp32;

    /// <summary>The wiring; usual for the chip.</summary>
    public BoardPins Pins
    {
        get => _pins ?? Chip.UsualPins;
        init => _pins = value;
    }

    /// <summary>A computer is at the chip's own USB when it boots (ESP32-S3, ESP32-C3): the wire protocol goes there, and COM1 is the program's.</summary>
    public bool IsUsbAttached { get; init; }

    /// <summary>From wake or power-on to the first line of the firmware.</summary>
    public TimeSpan BootTime { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Error of the clock chip in parts per million; positive runs fast.</summary>
    public double RtcPpm { get; init; }

    /// <summary>Error of the chip's own oscillator in deep sleep, parts per million; positive runs fast. Real chips are off by up to percents.</summary>
    public double SystemClockPpm { get; init; }

    /// <summary>
    /// What any nanoFramework call costs the interpreter, more than zero: a program that polls consumes time (about 0.1 to 0.3 ms measured
    /// on devices).
    /// </summary>
    public TimeSpan ApiCallTime { get; init; } = TimeSpan.FromMicroseconds(100);

    /// <summary>What a pass of a loop, or a call of a method of its own, costs the interpreter, in a program that was compiled for the device (NanoBoard.Guests): some ten instructions of 1 to 2 µs.</summary>
    public TimeSpan LoopTime { get; init; } = TimeSpan.FromMicroseconds(10);

    /// <summary>
    /// After how many passes of loops and calls of its own, without a board call among them, a program that was compiled for the device (NanoBoard.Guests) counts as one that
    /// will not come back: 100 s of computing at the usual <see cref="LoopTime"/>. Where a handler, a timer or another thread can still end it, it stands still until one has
    /// run; otherwise it is a misuse, and the board hangs.
    /// </summary>
    public long MostLoops { get; init; } = 10_000_000;

    /// <summary>What a pixel-wise drawing call of the display package costs.</summary>
    public TimeSpan PixelTime { get; init; } = TimeSpan.FromMicroseconds(200);

    /// <summary>Duration of a durable step in flash.</summary>
    public TimeSpan FlashWriteTime { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>Duration of opening and reading a small file.</summary>
    public TimeSpan FlashReadTime { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Bytes that the files of the volume may hold together (256 KB partition less overhead).</summary>
    public int FlashCapacity { get; init; } = 240 * 1024;

    /// <summary>
    /// The firmware runs on the stack of whoever lets time pass, not on a thread of its own: the only way where there is one thread, as in a
    /// browser. Same run to the last tick; each <see cref="VirtualBoard.Advance"/> that ends inside a wake costs that wake's computing again.
    /// A firmware that never makes a board call blocks the caller, and event handlers are refused.
    /// </summary>
    public bool OnCallersStack { get; init; }

    /// <summary>How long the button's contact chatters after each change; zero for a clean one.</summary>
    public TimeSpan ButtonBounce { get; init; } = TimeSpan.FromMilliseconds(3);

    /// <summary>The wire protocol has the chip's own USB.</summary>
    internal bool UsesUsb => IsUsbAttached && Chip.HasUsb;

    /// <summary>Refuses a wiring that no board with this chip has.</summary>
    internal void CheckPins()
    {
        Check(Pins.Button, Chip.HasPin(Pins.Button), "Button");
        Check(Pins.Sda, Chip.CanDrive(Pins.Sda), "Sda");
        Check(Pins.Scl, Chip.CanDrive(Pins.Scl), "Scl");
        Check(Pins.Tx, Chip.CanDrive(Pins.Tx), "Tx");
        Check(Pins.Rx, Chip.HasPin(Pins.Rx), "Rx");
    }

    private void Check(int pin, bool isRight, string name)
    {
        // -1 and less: nothing is wired there.
        if (pin >= 0 && (!isRight || Chip.IsFlash(pin)))
        {
            throw new ArgumentException($"BoardOptions.Pins.{name}: GPIO {pin} of an {Chip} is missing, input-only or the flash chip's. Wire another one.");
        }
    }
}
