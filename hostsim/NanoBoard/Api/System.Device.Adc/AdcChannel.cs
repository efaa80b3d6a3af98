using NanoBoard.Running;

namespace System.Device.Adc;

/// <summary>A channel of the chip's converters: a pin, or a sensor inside.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    private readonly Boot _boot;
    private readonly int _channel;

    internal AdcChannel(Boot boot, int channel, AdcController controller)
    {
        Controller = controller;
        _boot = boot;
        _channel = channel;
    }

    /// <inheritdoc/>
    /// <exception cref="Exception">A channel of the second converter, while the radio is on.</exception>
    public override int ReadValue()
    {
        _boot.CallObject();
        return _boot.Ask((_boot, _channel), static asked => asked._boot.Board.Analog.Read(asked._boot, asked._channel));
    }

    /// <summary>Does nothing on this chip.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
