namespace NanoBoard;

/// <summary>Faults of the board as a whole. Those of one chip stand with the chip.</summary>
public sealed class BoardFaults
{
    private long _cutAt = -1;
    private CutMode _cutMode;
    private long _failAt = -1;

    /// <summary>Both I2C lines are held low: every transfer times out after a second.</summary>
    public bool I2cBusStuck { get; set; }

    /// <summary>No network answers: connecting lasts until the firmware gives up.</summary>
    public bool NoNetwork { get; set; }

    /// <summary>Share of bytes on the UART, in both directions, of which a bit flips: 0 to 1.</summary>
    public double LineNoise { get; set; }

    /// <summary>Cuts the power at a durable step of the flash. The plan is used up by the cut.</summary>
    /// <param name="number">Number of the step, counted over the board's life from 1 (see <see cref="Chips.FlashVolume.Operations"/>).</param>
    /// <param name="mode">Before, after or inside it.</param>
    public void CutPowerAtFlashOperation(long number, CutMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        _cutAt = number;
        _cutMode = mode;
    }

    /// <summary>Lets one call of the nanoFramework API throw an <see cref="OutOfMemoryException"/>, as any call can on a full heap. The plan is used up by it.
    /// Not for a firmware on the caller's stack.</summary>
    /// <param name="number">Number of the call, counted over the board's life from 1 (see <see cref="BoardCounters.ApiCalls"/>).</param>
    public void FailApiCall(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        _failAt = number;
    }

    /// <summary>Takes a planned cut back.</summary>
    public void CancelCut() => _cutAt = -1;

    internal bool TakeFailure(long number)
    {
        if (number != _failAt)
        {
            return false;
        }

        _failAt = -1;
        return true;
    }

    internal CutMode? TakeCut(long number)
    {
        if (number != _cutAt)
        {
            return null;
        }

        _cutAt = -1;
        return _cutMode;
    }
}
