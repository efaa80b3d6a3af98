namespace System.Device.Adc;

/// <summary>A channel of a converter.</summary>
public abstract class AdcChannelBase
{
    /// <summary>Measures.</summary>
    /// <returns>The converter's raw number.</returns>
    public abstract int ReadValue();

    /// <summary>The controller that it belongs to.</summary>
    public AdcController Controller { get; internal init; } = null!;

    /// <summary>Measures.</summary>
    /// <returns>The share of full scale: 0 to 1.</returns>
    public double ReadRatio() => ReadValue() / (double)Controller.MaxValue;
}
