using NanoBoard.Chips;
using NanoBoard.Running;
using nanoFramework.Hardware.Esp32;

namespace System.Device.Pwm;

/// <summary>A PWM output. Its pin needs a PWM function first (<c>Configuration.SetPinFunction</c>).</summary>
public sealed class PwmChannel : IDisposable
{
    private readonly Boot _boot;
    private readonly int _pin;
    private int _frequency;
    private double _dutyCycle;
    private bool _isRunning;

    private PwmChannel(Boot boot, int pin, int frequency, double dutyCycle)
    {
        _boot = boot;
        _pin = pin;
        _frequency = frequency;
        _dutyCycle = Checked(dutyCycle);
    }

    /// <summary>Hertz.</summary>
    public int Frequency
    {
        get => _frequency;
        set
        {
            _frequency = value;
            Apply();
        }
    }

    /// <summary>Share of the time at high: 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside.</exception>
    public double DutyCycle
    {
        get => _dutyCycle;
        set
        {
            _dutyCycle = Checked(value);
            Apply();
        }
    }

    /// <summary>An output at a pin, stopped.</summary>
    /// <exception cref="ArgumentException">The pin has no PWM function, or is input-only.</exception>
    public static PwmChannel CreateFromPin(int pin, int frequency, double dutyCyclePercentage)
    {
        Boot boot = Boot.Call();
        return boot.Functions.IsPwm(pin) && boot.Board.Options.Chip.CanDrive(pin)
            ? new PwmChannel(boot, pin, frequency, dutyCyclePercentage)
            : throw new ArgumentException("The pin has no PWM function (call Configuration.SetPinFunction first) or is input-only.");
    }

    /// <summary>Starts the output.</summary>
    public void Start()
    {
        _isRunning = true;
        Apply();
    }

    /// <summary>Stops the output.</summary>
    public void Stop()
    {
        _isRunning = false;
        Apply();
    }

    /// <summary>Stops the output and frees it.</summary>
    public void Dispose()
    {
        if (!_boot.IsDead)
        {
            Stop();
        }
    }

    private static double Checked(double dutyCycle) => dutyCycle is >= 0 and <= 1 ? dutyCycle : throw new ArgumentOutOfRangeException(nameof(dutyCycle));

    private void Apply()
    {
        _boot.CallObject();
        _boot.Board.Pwm[_pin] = new PwmOutput(_frequency, _dutyCycle, _isRunning);
    }
}
