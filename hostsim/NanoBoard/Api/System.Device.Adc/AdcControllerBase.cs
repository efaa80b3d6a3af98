namespace System.Device.Adc;

/// <summary>An analogue-to-digital converter.</summary>
public abstract class AdcControllerBase
{
    /// <summary>Number of channels.</summary>
    public abstract int ChannelCount { get; }

    /// <summary>Against what channels measure.</summary>
    public abstract AdcChannelMode ChannelMode { get; set; }

    /// <summary>The largest number that a measurement gives.</summary>
    public abstract int MaxValue { get; }

    /// <summary>The smallest one.</summary>
    public abstract int MinValue { get; }

    /// <summary>Bits of a measurement.</summary>
    public abstract int ResolutionInBits { get; }

    /// <summary>The converter can measure so.</summary>
    public abstract bool IsChannelModeSupported(AdcChannelMode channelMode);

    /// <summary>Opens a channel.</summary>
    /// <param name="channelNumber">The channel.</param>
    public abstract AdcChannel OpenChannel(int channelNumber);
}
