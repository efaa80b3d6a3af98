namespace HwToken.Scenarios.Bundles;

/// <summary>Draws the levels of SDA (d) and SCL (c) bit by bit: data changes as the clock falls and holds while it is high.</summary>
/// <param name="at">When it begins, in ticks.</param>
/// <param name="bitTicks">Length of a bit.</param>
internal sealed class I2cWave(long at, long bitTicks)
{
    private readonly List<(long At, string Signal, char Value)> _changes = [];
    private readonly long _half = Math.Max(1, bitTicks / 2);
    private bool _isOpen;

    public IEnumerable<(long At, string Signal, char Value)> Changes => _changes;

    /// <summary>SDA falls while SCL is high.</summary>
    public void Start()
    {
        if (_isOpen)
        {
            Put("d", true);
            Put("c", true);
            at += _half;
        }

        _isOpen = true;
        Put("d", false);
        at += _half;
    }

    /// <summary>Eight bits, the highest first, and the acknowledge bit.</summary>
    public void Byte(byte value, bool isAcknowledged)
    {
        for (int bit = 7; bit >= 0; bit--)
        {
            Bit((value >> bit & 1) != 0);
        }

        Bit(!isAcknowledged);
        Put("c", false);
    }

    /// <summary>SDA rises while SCL is high.</summary>
    public void Stop()
    {
        Put("d", false);
        at += _half;
        Put("c", true);
        at += _half;
        Put("d", true);
    }

    private void Bit(bool isHigh)
    {
        Put("c", false);
        Put("d", isHigh);
        at += _half;
        Put("c", true);
        at += bitTicks - _half;
    }

    private void Put(string signal, bool isHigh) => _changes.Add((at, signal, isHigh ? '1' : '0'));
}
