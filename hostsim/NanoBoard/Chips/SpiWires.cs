using NanoBoard.Events;

namespace NanoBoard.Chips;

/// <summary>What hangs on the SPI buses, each chip behind its select line. Pins of the bus are not looked at; those of data/command and reset are lines.</summary>
public sealed class SpiWires
{
    private readonly Dictionary<(int Bus, int Select), ISpiTarget> _targets = [];

    internal SpiWires()
    {
    }

    /// <summary>A transfer is over, whether a chip is there or not. Comes between two instructions of the firmware.</summary>
    public event Action<SpiTransfer>? Carried;

    /// <summary>Puts a chip on a bus.</summary>
    /// <typeparam name="T">The chip.</typeparam>
    /// <param name="busId">1 or 2.</param>
    /// <param name="chipSelect">GPIO of its select line, as the firmware names it; -1: none.</param>
    /// <param name="target">The chip.</param>
    /// <returns>The chip.</returns>
    /// <exception cref="InvalidOperationException">The select line has a chip already.</exception>
    public T Attach<T>(int busId, int chipSelect, T target)
        where T : ISpiTarget
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(busId, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(busId, 2);
        return _targets.TryAdd((busId, chipSelect), target) ? target : throw new InvalidOperationException($"The select line {chipSelect} of bus {busId} is taken. Detach the other chip first.");
    }

    /// <summary>Takes a chip off a bus.</summary>
    /// <returns>False: there was none.</returns>
    public bool Detach(int busId, int chipSelect) => _targets.Remove((busId, chipSelect));

    internal void Report(SpiTransfer transfer) => Carried?.Invoke(transfer);

    internal bool IsWatched => Carried is not null;

    internal ISpiTarget? Find(int busId, int chipSelect) => _targets.GetValueOrDefault((busId, chipSelect));
}
