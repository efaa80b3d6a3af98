namespace NanoBoard;

/// <content>Wires from the parts to the chip.</content>
public sealed partial class VirtualBoard
{
    /// <summary>The button's line changed its level.</summary>
    internal void ButtonLineChanged()
    {
        if (Options.Pins.Button is >= 0 and < Chips.BoardLines.PinCount and var button)
        {
            Lines[button].Refresh();
        }
    }
}
