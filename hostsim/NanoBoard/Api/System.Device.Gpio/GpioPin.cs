using NanoBoard.Running;

namespace System.Device.Gpio;

/// <summary>An open pin.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly Boot _boot;
    private TimeSpan _debounceTimeout;
    private PinMode _mode = PinMode.Input;
    private PinValueChangedEventHandler? _handlers;
    private readonly List<(PinEventTypes Kinds, PinChangeEventHandler Callback)> _callbacks = [];
    private bool _isDisposed;

    internal GpioPin(Boot boot, int pinNumber)
    {
        _boot = boot;
        PinNumber = pinNumber;
    }

    /// <summary>
    /// An edge is reported a debounce period after the first one, and only if the level is then the opposite of the last
    /// reported one. Counted in 10 ms ticks. The handler runs when the firmware next waits. The level at subscription is not
    /// reported.
    /// </summary>
    public event PinValueChangedEventHandler ValueChanged
    {
        add => Subscribe(_handlers + value);
        remove => Subscribe(_handlers - value);
    }

    /// <summary>Debounce period. Set it once, before subscribing: a second non-zero value does not reach the running timer.</summary>
    public TimeSpan DebounceTimeout
    {
        get => _debounceTimeout;
        set
        {
            _boot.CallObject();
            _debounceTimeout = value;
            _boot.Gpio.SetDebounce(PinNumber, Milliseconds(value));
        }
    }

    /// <summary>GPIO number.</summary>
    public int PinNumber { get; }

    /// <summary>The mode that was set last; input at first.</summary>
    public PinMode GetPinMode()
    {
        Begin();
        return _mode;
    }

    /// <summary>Sets direction and pull.</summary>
    /// <exception cref="ArgumentException">The pin does not have this mode.</exception>
    public void SetPinMode(PinMode value)
    {
        Begin();
        Apply(value);
    }

    /// <summary>The level now. An output reads low: its input stage is off.</summary>
    public PinValue Read()
    {
        Begin();
        return _boot.Ask((_boot, PinNumber), static pin => pin._boot.Gpio.Read(pin.PinNumber));
    }

    /// <summary>Drives an output.</summary>
    /// <exception cref="ArgumentException">The pin is an input.</exception>
    public void Write(PinValue value)
    {
        Begin();
        if (_mode < PinMode.Output)
        {
            throw new ArgumentException("The pin is an input.");
        }

        _boot.Gpio.Drive(PinNumber, value == PinValue.High);
    }

    /// <summary>Drives an output the other way.</summary>
    /// <exception cref="ArgumentException">The pin is an input.</exception>
    public void Toggle() => Write(!_boot.Gpio.Latch(PinNumber));

    /// <summary>The chip can use the pin in a mode.</summary>
    public bool IsPinModeSupported(PinMode pinMode)
    {
        Begin();
        return _boot.Gpio.Supports(PinNumber, pinMode);
    }

    /// <summary>Frees the pin.</summary>
    public void Dispose()
    {
        if (_isDisposed || _boot.IsDead)
        {
            return;
        }

        _boot.CallObject();
        _isDisposed = true;
        _boot.Gpio.Release(PinNumber);
    }

    private static long Milliseconds(TimeSpan value) => value.Ticks / TimeSpan.TicksPerMillisecond;

    private void Begin()
    {
        _boot.CallObject();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
    }

    private void Subscribe(PinValueChangedEventHandler? handlers)
    {
        Begin();
        _boot.AdmitHandler();
        _handlers = handlers;
        Apply(_mode);
    }

    internal void AddCallback(PinEventTypes kinds, PinChangeEventHandler callback)
    {
        Begin();
        _boot.AdmitHandler();
        _callbacks.Add((kinds, callback));
        Apply(_mode);
    }

    internal void RemoveCallback(PinChangeEventHandler callback)
    {
        Begin();
        _callbacks.RemoveAll(entry => entry.Callback == callback);
        Apply(_mode);
    }

    private void Apply(PinMode mode)
    {
        _boot.Gpio.SetMode(PinNumber, mode, Milliseconds(_debounceTimeout), _handlers is null && _callbacks.Count == 0 ? null : OnEdge);
        _mode = mode;
    }

    private void OnEdge(bool level)
    {
        if (!_isDisposed)
        {
            PinEventTypes kind = level ? PinEventTypes.Rising : PinEventTypes.Falling;
            _handlers?.Invoke(this, new PinValueChangedEventArgs(kind, PinNumber));
            foreach ((PinEventTypes kinds, PinChangeEventHandler callback) in _callbacks.ToArray())
            {
                if ((kinds & kind) != 0)
                {
                    callback(this, new PinValueChangedEventArgs(kind, PinNumber));
                }
            }
        }
    }
}
