namespace System.Device.Adc;

/// <summary>A channel of a converter.</summary>
public abstract class AdcChannelBase
{
    /// <summary>Measures.</summary>
    /// <returns>The converter's raw number.</returns>
    public abstract int ReadValue();
}
