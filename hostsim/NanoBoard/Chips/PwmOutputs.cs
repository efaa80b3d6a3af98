namespace NanoBoard.Chips;

/// <summary>The PWM outputs by GPIO. They say frequency and duty; the line itself does not swing.</summary>
public sealed class PwmOutputs
{
    private readonly Dictionary<int, PwmOutput> _outputs = [];

    internal PwmOutputs()
    {
    }

    /// <summary>What the output at a GPIO gives; all zero where there is none.</summary>
    public PwmOutput this[int pin]
    {
        get => _outputs.GetValueOrDefault(pin);
        internal set => _outputs[pin] = value;
    }

    internal void StopAll() => _outputs.Clear();
}
