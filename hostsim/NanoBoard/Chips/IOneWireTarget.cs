namespace NanoBoard.Chips;

/// <summary>A chip on the 1-wire line, bit by bit. Most are read and written in bytes behind an address: see <see cref="OneWireChip"/>.</summary>
public interface IOneWireTarget
{
    /// <summary>The host held the line low for a reset.</summary>
    /// <returns>True: the chip answers with its presence pulse.</returns>
    bool Reset();

    /// <summary>What the chip puts on the line in the next time slot, asked before the host's bit is known. Low (false) beats high.</summary>
    /// <returns>True: it leaves the line alone.</returns>
    bool Give();

    /// <summary>The slot is over.</summary>
    /// <param name="bit">What the line was: low if the host or any chip held it low.</param>
    void Take(bool bit);
}
