using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>The chip's first converter. Channels 0 to 7 are GPIO 36, 37, 38, 39, 32, 33, 34 and 35 of a classic ESP32, 0 to 9 GPIO 1 to 10 of an ESP32-S3, 0 to 4 GPIO 0 to 4 of an ESP32-C3.</summary>
public class AdcController : AdcControllerBase
{
    private readonly Boot _boot = Boot.Call();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The first converter has no such channel. (The second one, not offered here, does not work beside the radio.)</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        _boot.CallObject();
        return _boot.Board.Analog.PinOf(channelNumber) is { } pin ? new AdcChannel(_boot, pin) : throw new ArgumentException("The first converter has no such channel.");
    }
}
