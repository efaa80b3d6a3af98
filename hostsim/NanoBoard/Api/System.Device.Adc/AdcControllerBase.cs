namespace System.Device.Adc;

/// <summary>An analogue-to-digital converter.</summary>
public abstract class AdcControllerBase
{
    /// <summary>Opens a channel.</summary>
    /// <param name="channelNumber">The channel.</param>
    public abstract AdcChannel OpenChannel(int channelNumber);
}
