using NanoBoard.Events;

namespace NanoBoard;

/// <summary>Who drives what: a logic analyser at the chip's pins. The levels of lines are <see cref="Chips.BoardLines.Changed"/>, the bus is <see cref="Chips.I2cWires.Carried"/>. With nobody listening a probe costs nothing. On the firmware's own thread only (<see cref="BoardOptions.OnCallersStack"/> false).</summary>
public sealed class BoardProbes
{
    /// <summary>The button's line (chatter included) or a line that the chip drives has changed.</summary>
    public event Action<PinLevel>? Pin;

    internal void Tell(DateTimeOffset at, int pin, bool? isHigh) => Pin?.Invoke(new PinLevel(at, pin, isHigh));
}
