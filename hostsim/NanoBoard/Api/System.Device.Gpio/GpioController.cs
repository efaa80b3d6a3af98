using NanoBoard.Running;

namespace System.Device.Gpio;

/// <summary>Opens pins. All controllers of a run share one list of open pins, as on the device.</summary>
public sealed class GpioController : IDisposable
{
    private readonly Boot _boot;
    private bool _isDisposed;

    /// <summary>Opens nothing yet.</summary>
    public GpioController()
    {
        _boot = Boot.Call();
    }

    /// <summary>Opens nothing yet.</summary>
    /// <param name="numberingScheme">Kept, without effect.</param>
    public GpioController(PinNumberingScheme numberingScheme)
        : this()
    {
        NumberingScheme = numberingScheme;
    }

    /// <summary>What it was made with.</summary>
    public PinNumberingScheme NumberingScheme { get; }

    /// <summary>Number of GPIOs, missing ones included.</summary>
    public int PinCount
    {
        get
        {
            _boot.CallObject();
            return _boot.Board.Options.Chip.PinCount;
        }
    }

    /// <summary>Opens a pin without setting its mode.</summary>
    /// <exception cref="InvalidOperationException">It is open already or does not exist.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        GpioPin pin = Reserve(pinNumber);
        _boot.Gpio.Opened.Add(pin);
        return pin;
    }

    /// <summary>Opens a pin in a mode.</summary>
    /// <exception cref="InvalidOperationException">It is open already or does not exist.</exception>
    /// <exception cref="ArgumentException">It does not have this mode.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = Reserve(pinNumber);
        pin.SetPinMode(mode);
        _boot.Gpio.Opened.Add(pin);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void ClosePin(int pinNumber)
    {
        GpioPin pin = Find(pinNumber);
        pin.Dispose();
        _boot.Gpio.Opened.Remove(pin);
    }

    /// <summary>The pin is reserved, or does not exist.</summary>
    public bool IsPinOpen(int pinNumber)
    {
        _boot.CallObject();
        return _boot.Gpio.IsBusy(pinNumber);
    }

    /// <summary>Level of an open pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinValue Read(int pinNumber) => Find(pinNumber).Read();

    /// <summary>Drives an open output.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void Write(int pinNumber, PinValue value) => Find(pinNumber).Write(value);

    /// <summary>Sets the mode of an open pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void SetPinMode(int pinNumber, PinMode mode) => Find(pinNumber).SetPinMode(mode);

    /// <summary>Mode of an open pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinMode GetPinMode(int pinNumber) => Find(pinNumber).GetPinMode();

    /// <summary>An open pin can be used in a mode.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public bool IsPinModeSupported(int pinNumber, PinMode mode) => Find(pinNumber).IsPinModeSupported(mode);

    /// <summary>Calls back at edges of an open pin. What <see cref="GpioPin.ValueChanged"/> says about edges holds.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => Find(pinNumber).AddCallback(eventTypes, callback);

    /// <summary>Takes a callback back.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => Find(pinNumber).RemoveCallback(callback);

    /// <summary>Closes the pins of every controller: they share one list.</summary>
    public void Dispose()
    {
        if (_isDisposed || _boot.IsDead)
        {
            return;
        }

        _isDisposed = true;
        foreach (GpioPin pin in _boot.Gpio.Opened)
        {
            pin.Dispose();
        }
    }

    private GpioPin Reserve(int pinNumber)
    {
        _boot.CallObject();
        return _boot.Gpio.TryReserve(pinNumber)
            ? new GpioPin(_boot, pinNumber)
            : throw new InvalidOperationException("The pin is open already or does not exist.");
    }

    private GpioPin Find(int pinNumber)
    {
        _boot.CallObject();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _boot.Gpio.Opened.Find(pin => pin.PinNumber == pinNumber)
            ?? throw new InvalidOperationException("The pin is not open.");
    }
}
