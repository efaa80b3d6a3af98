using System.Text;
using NanoBoard;

namespace HwToken.TestKit.Bench;

/// <summary>
/// A bench token's clock chip. It goes by the bench's time and not by the board's, which passes only while the board answers; or it is as wrong as it is told to be.
/// </summary>
public sealed class BenchClock
{
    private const double StandsStill = -1e6;

    private readonly VirtualBoard _board;
    private readonly TimeProvider _time;
    private DateTimeOffset _boardThen;
    private long _benchThen;

    internal BenchClock(VirtualBoard board, TimeProvider time)
    {
        (_board, _time) = (board, time);
        (_boardThen, _benchThen) = (board.Now, time.GetTimestamp());
    }

    /// <summary>True: the chip takes a time and stands still.</summary>
    public bool IsStuck
    {
        get => _board.Rtc.Ppm <= StandsStill;
        set => _board.Rtc.Ppm = value ? StandsStill : 0;
    }

    /// <summary>Taken off the next time that is set, as by a line that was slow.</summary>
    public TimeSpan Late { get; set; }

    /// <summary>Brings the chip up to the bench's time.</summary>
    internal void KeepTime()
    {
        if (!IsStuck)
        {
            _board.Rtc.Jump(_time.GetElapsedTime(_benchThen) - (_board.Now - _boardThen));
        }

        (_benchThen, _boardThen) = (_time.GetTimestamp(), _board.Now);
    }

    /// <summary>Told what was sent.</summary>
    internal void WasAsked(byte[] line)
    {
        if (Late > TimeSpan.Zero && Encoding.ASCII.GetString(line).StartsWith("TIME ", StringComparison.Ordinal))
        {
            _board.Rtc.Jump(-Late);
            Late = TimeSpan.Zero;
        }
    }
}
