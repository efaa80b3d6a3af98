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

    /// <summary>An output by timer and channel. The image of no ESP32 can: it looks for the pin, of which this form knows nothing. Use <see cref="CreateFromPin"/>.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public PwmChannel(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5)
    {
        _boot = Boot.Call();
        throw new ArgumentException("An ESP32 has no PWM output without a pin. Use CreateFromPin.");
    }

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

    /// <summary>An output by timer and channel, see <see cref="PwmChannel(int, int, int, double)"/>.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public static PwmChannel Create(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5) => new(chip, channel, frequency, dutyCyclePercentage);

    /// <summary>An output at a pin, stopped.</summary>
    /// <returns>Null: the pin has no PWM function (<c>Configuration.SetPinFunction</c> comes first).</returns>
    /// <exception cref="ArgumentException">The pin is input-only.</exception>
    public static PwmChannel CreateFromPin(int pin, int frequency = 400, double dutyCyclePercentage = 0.5)
    {
        Boot boot = Boot.Call();
        if (!boot.Functions.IsPwm(pin))
        {
            return null!;
        }

        return boot.Board.Options.Chip.CanDrive(pin) ? new PwmChannel(boot, pin, frequency, dutyCyclePercentage) : throw new ArgumentException("The pin is input-only.");
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
