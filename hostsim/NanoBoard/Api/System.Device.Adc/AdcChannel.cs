using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>A channel of the chip's first converter: a pin.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    private readonly Boot _boot;
    private readonly int _pin;

    internal AdcChannel(Boot boot, int pin, AdcController controller)
    {
        Controller = controller;
        _boot = boot;
        _pin = pin;
    }

    /// <inheritdoc/>
    public override int ReadValue()
    {
        _boot.CallObject();
        return _boot.Ask((_boot, _pin), static channel => channel._boot.Board.Analog.ReadRaw(channel._boot, channel._pin));
    }

    /// <summary>Does nothing on this chip.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
