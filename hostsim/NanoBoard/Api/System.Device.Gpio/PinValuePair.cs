namespace System.Device.Gpio;

/// <summary>A pin and a level, for drivers that read or write several.</summary>
/// <param name="pinNumber">The pin.</param>
/// <param name="pinValue">Its level.</param>
public readonly struct PinValuePair(int pinNumber, PinValue pinValue)
{
    /// <summary>The pin.</summary>
    public int PinNumber { get; } = pinNumber;

    /// <summary>Its level.</summary>
    public PinValue PinValue { get; } = pinValue;

    /// <summary>Both, as a pair.</summary>
    public void Deconstruct(out int pinNumber, out PinValue pinValue)
    {
        pinNumber = PinNumber;
        pinValue = PinValue;
    }
}
