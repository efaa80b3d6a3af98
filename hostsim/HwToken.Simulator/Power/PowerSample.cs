using NanoBoard;

namespace HwToken.Simulator.Power;

/// <summary>A board's counters at a moment. Two of them span a stretch of its life.</summary>
/// <param name="At">The moment, true time.</param>
/// <param name="Running">Time for which the firmware has run, without the boots before it.</param>
/// <param name="Boots">Power-ons, resets and wakes.</param>
/// <param name="Lit">Time for which the panel was lit.</param>
/// <param name="LitAsleep">The part of it in which the chip slept.</param>
public sealed record PowerSample(DateTimeOffset At, TimeSpan Running, long Boots, TimeSpan Lit, TimeSpan LitAsleep)
{
    /// <summary>Takes a sample now.</summary>
    /// <param name="board">The board, with power since the former sample.</param>
    public static PowerSample Of(VirtualBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        BoardCounters counters = board.Counters;
        return new PowerSample(board.Now, counters.AwakeTime - (counters.Boots * board.Options.BootTime), counters.Boots, counters.LitTime, counters.LitAsleepTime);
    }
}
