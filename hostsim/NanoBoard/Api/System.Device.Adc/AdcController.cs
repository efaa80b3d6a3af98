using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>The chip's first converter. Channels 0 to 7 are GPIO 36, 37, 38, 39, 32, 33, 34 and 35 of a classic ESP32, 0 to 9 GPIO 1 to 10 of an ESP32-S3, 0 to 4 GPIO 0 to 4 of an ESP32-C3.</summary>
public class AdcController : AdcControllerBase
{
    private readonly Boot _boot = Boot.Call();

    /// <inheritdoc/>
    public override int ChannelCount => _boot.Board.Options.Chip.AnalogPins.Length;

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
    /// <exception cref="ArgumentException">The first converter has no such channel. (The second one, not offered here, does not work beside the radio.)</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        _boot.CallObject();
        return _boot.Board.Analog.PinOf(channelNumber) is { } pin ? new AdcChannel(_boot, pin, this) : throw new ArgumentException("The first converter has no such channel.");
    }
}
