using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>
/// The chip's converters, as one. Channels 0 to 7 are GPIO 36, 37, 38, 39, 32, 33, 34 and 35 of a classic ESP32, 8 the temperature inside, 10 to 19 GPIO 4, 0, 2, 15, 13, 12, 14,
/// 27, 25 and 26; 0 to 19 GPIO 1 to 20 of an ESP32-S3; 0 to 4 GPIO 0 to 4 of an ESP32-C3. From 10 on (S3 too) the second converter measures, which the radio takes for itself.
/// </summary>
public class AdcController : AdcControllerBase
{
    private readonly Boot _boot = Boot.Call();

    /// <inheritdoc/>
    public override int ChannelCount => _boot.Board.Options.Chip.AnalogChannels;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The converter cannot measure so.</exception>
    public override AdcChannelMode ChannelMode
    {
        get => AdcChannelMode.SingleEnded;
        set => _ = IsChannelModeSupported(value) ? value : throw new ArgumentException("The converter measures against ground only.");
    }

    /// <inheritdoc/>
    public override int MaxValue => 4095;

    /// <inheritdoc/>
    public override int MinValue => 0;

    /// <inheritdoc/>
    public override int ResolutionInBits => 12;

    /// <inheritdoc/>
    public override bool IsChannelModeSupported(AdcChannelMode channelMode) => channelMode == AdcChannelMode.SingleEnded;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        _boot.CallObject();
        _boot.Board.Analog.Open(_boot, channelNumber);
        return new AdcChannel(_boot, channelNumber, this);
    }
}
