using NanoBoard.Events;

namespace NanoBoard.Chips;

/// <summary>What hangs on the board's I2C wires, beside panel and clock chip: chips of the user's own.</summary>
public sealed class I2cWires
{
    private readonly Dictionary<int, II2cTarget> _targets = [];
    private bool _isPowered;

    internal I2cWires()
    {
    }

    /// <summary>A transfer is over, of whichever chip. Comes between two instructions of the firmware. A bus that is stuck carries nothing.</summary>
    public event Action<I2cTransfer>? Carried;

    /// <summary>Somebody listens: traffic need not be copied for nobody.</summary>
    internal bool IsWatched => Carried is not null;

    /// <summary>Puts a chip on the bus. At the address of panel or clock chip it takes their place.</summary>
    /// <typeparam name="T">The chip.</typeparam>
    /// <param name="address">7 bits: 0x08 to 0x77.</param>
    /// <param name="target">The chip.</param>
    /// <returns>The chip.</returns>
    /// <exception cref="InvalidOperationException">A chip of the user's own has the address already.</exception>
    public T Attach<T>(int address, T target)
        where T : II2cTarget
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(address, 0x08);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address, 0x77);
        if (!_targets.TryAdd(address, target))
        {
            throw new InvalidOperationException($"Address 0x{address:X2} is taken. Detach the other chip first.");
        }

        if (_isPowered)
        {
            target.PowerChanged(true);
        }

        return target;
    }

    /// <summary>Takes a chip off the bus.</summary>
    /// <returns>False: there was none.</returns>
    public bool Detach(int address) => _targets.Remove(address);

    internal void PowerChanged(bool isOn)
    {
        _isPowered = isOn;
        foreach (II2cTarget target in _targets.Values)
        {
            target.PowerChanged(isOn);
        }
    }

    internal II2cTarget? Find(int address) => _targets.GetValueOrDefault(address);

    internal void Report(I2cTransfer transfer) => Carried?.Invoke(transfer);
}
