using System.Device.Gpio;
using NanoBoard.Chips;

namespace NanoBoard.Running;

/// <summary>The GPIO port: reservations, modes, interrupts with their 10 ms debounce timers.</summary>
internal sealed class GpioPins(Boot boot)
{
    private const int TickMilliseconds = 10;
    private const long TickTicks = TickMilliseconds * TimeSpan.TicksPerMillisecond;

    private readonly EspChip _chip = boot.Board.Options.Chip;
    private readonly bool[] _reserved = new bool[boot.Board.Options.Chip.PinCount];
    private readonly PinMode[] _modes = new PinMode[boot.Board.Options.Chip.PinCount];
    private readonly bool[] _driven = new bool[boot.Board.Options.Chip.PinCount];
    private readonly InputPin?[] _inputs = new InputPin?[boot.Board.Options.Chip.PinCount];

    /// <summary>Pins opened through any controller, in order: the device keeps one list for all controllers.</summary>
    public List<GpioPin> Opened { get; } = [];

    /// <summary>The chip can use the pin in this mode.</summary>
    public bool Supports(int pin, PinMode mode) =>
        mode is >= PinMode.Input and <= PinMode.OutputOpenSourcePullDown && (mode >= PinMode.Output ? _chip.CanDrive(pin) : _chip.HasPin(pin));

    /// <summary>The level that an output pin drives; null for an input.</summary>
    public bool? DrivenLevel(int pin) => !_chip.HasPin(pin) || !_reserved[pin]
        ? null
        : (_modes[pin], _driven[pin]) switch
        {
            (PinMode.Output, var level) => level,
            (PinMode.OutputOpenDrain or PinMode.OutputOpenDrainPullUp, false) => false,
            (PinMode.OutputOpenSource or PinMode.OutputOpenSourcePullDown, true) => true,
            _ => null,
        };

    /// <summary>Which way the chip's own resistor pulls; null: none.</summary>
    public bool? PullOf(int pin) => !_chip.HasPin(pin) || !_reserved[pin]
        ? null
        : _modes[pin] switch
        {
            PinMode.InputPullUp or PinMode.OutputOpenDrainPullUp => true,
            PinMode.InputPullDown or PinMode.OutputOpenSourcePullDown => false,
            _ => null,
        };

    /// <summary>What an output was last told to drive.</summary>
    public bool Latch(int pin) => _driven[pin];

    /// <summary>Reserved, or not there.</summary>
    public bool IsBusy(int pin) => !_chip.HasPin(pin) || _reserved[pin];

    public bool TryReserve(int pin)
    {
        if (IsBusy(pin))
        {
            return false;
        }

        if (_chip.IsFlash(pin))
        {
            throw boot.Misuse($"GPIO{pin} carries the flash chip of an {_chip} module: opening it crashes the device. Use another pin.");
        }

        _reserved[pin] = true;
        return true;
    }

    /// <summary>Back to input, no interrupt, free.</summary>
    public void Release(int pin)
    {
        RemoveInput(pin);
        _modes[pin] = PinMode.Input;
        _reserved[pin] = false;
        Refresh(pin);
    }

    /// <summary>Sets the mode; an input with a handler gets its interrupt.</summary>
    public void SetMode(int pin, PinMode mode, long debounceMilliseconds, Action<bool>? handler)
    {
        if (!Supports(pin, mode))
        {
            throw new ArgumentException("The pin does not have this mode.");
        }

        _modes[pin] = mode;
        Refresh(pin);
        if (mode >= PinMode.Output)
        {
            RemoveInput(pin);
            return;
        }

        InputPin input = _inputs[pin] ??= new InputPin();
        if (handler is not null && input.Handler is null)
        {
            SetDebounce(pin, debounceMilliseconds);
            input.Handler = handler;

            // The level now is taken as reported: a button that is down already yields only its release.
            input.Current = Read(pin);
            input.Expected = !input.Current;
        }
        else if (handler is null && input.Handler is not null)
        {
            input.Handler = null;
            input.DebounceMilliseconds = 0;
        }
    }

    /// <summary>An output is driven.</summary>
    public void Drive(int pin, bool level)
    {
        _driven[pin] = level;
        Refresh(pin);
    }

    public void SetDebounce(int pin, long milliseconds)
    {
        if (_inputs[pin] is not { } input)
        {
            return;
        }

        if (input.DebounceMilliseconds == 0 && milliseconds > 0)
        {
            input.TimerTicks = Math.Max(1, milliseconds / TickMilliseconds);
        }

        input.DebounceMilliseconds = milliseconds;
    }

    /// <summary>Level of a pin as gpio_get_level tells: an output has its input stage off and reads low.</summary>
    public bool Read(int pin) => _modes[pin] switch
    {
        >= PinMode.Output => false,
        _ => boot.Board.LevelOf(pin),
    };

    /// <summary>An edge on a line.</summary>
    public void LineChanged(int pin)
    {
        if (_inputs[pin] is not { Handler: not null, Timer: null } input)
        {
            return;
        }

        if (input.DebounceMilliseconds > 0)
        {
            input.Expected = !input.Current;
            long lastTick = boot.TickAtOrAfter(boot.Board.Timeline.NowTicks - TickTicks + 1);
            input.Timer = boot.Board.Timeline.ScheduleTicks(lastTick + (input.TimerTicks * TickTicks), () => DebounceOver(pin, input));
            return;
        }

        Report(input, Read(pin));
    }

    private void DebounceOver(int pin, InputPin input)
    {
        input.Timer = null;
        if (!boot.IsDead && Read(pin) == input.Expected)
        {
            Report(input, input.Expected);
        }
    }

    /// <summary>Reported levels alternate: after each report the line differs from what was reported only by a new edge.</summary>
    private void Report(InputPin input, bool level)
    {
        input.Current = level;
        if (input.Handler is { } handler)
        {
            boot.Post(() => handler(level));
        }
    }

    private void Refresh(int pin)
    {
        // A program that begins again does to its lines what they know already.
        if (!boot.IsRecalling && !boot.IsDead)
        {
            boot.Board.Lines[pin].Refresh();
        }
    }

    private void RemoveInput(int pin)
    {
        _inputs[pin]?.Timer?.Cancel();
        _inputs[pin] = null;
    }
}
