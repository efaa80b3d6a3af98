using NanoBoard.Chips;
using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>The chip's converter. Channels 0 to 7 are GPIO 36, 37, 38, 39, 32, 33, 34 and 35 of a classic ESP32.</summary>
public class AdcController : AdcControllerBase
{
    private readonly Boot _boot = Boot.Call();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The first converter has no such channel. (The second one, not offered here, does not work beside the radio.)</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        _boot.CallObject();
        return AnalogInputs.PinOf(channelNumber) is { } pin ? new AdcChannel(_boot, pin) : throw new ArgumentException("The first converter has channels 0 to 7.");
    }
}
