using NanoBoard.Events;

namespace NanoBoard;

/// <summary>Where a logic analyser is clipped on. With nobody listening a probe costs nothing. On the firmware's own thread only (<see cref="BoardOptions.OnCallersStack"/> false).</summary>
public sealed class BoardProbes
{
    /// <summary>A transfer on the I2C bus is over. Subscribers keep a copy of what they need.</summary>
    public event Action<I2cTransfer>? I2c;

    /// <summary>The button's line (chatter included) or a line that the chip drives has changed.</summary>
    public event Action<PinLevel>? Pin;

    internal bool IsBusHeard => I2c is not null;

    internal void Tell(I2cTransfer transfer) => I2c?.Invoke(transfer);

    internal void Tell(DateTimeOffset at, int pin, bool? isHigh) => Pin?.Invoke(new PinLevel(at, pin, isHigh));
}
