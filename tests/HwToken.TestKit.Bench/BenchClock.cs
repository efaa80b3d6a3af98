using System.Diagnostics;
using System.Text;
using NanoBoard;

namespace HwToken.TestKit.Bench;

/// <summary>
/// A bench token's clock chip. It goes by the bench's clock and not by the board's, whose time passes only while it answers; or it is as wrong as it is told to be.
/// </summary>
public sealed class BenchClock
{
    private readonly VirtualBoard _board;
    private DateTimeOffset _boardThen;
    private long _benchThen = Stopwatch.GetTimestamp();

    internal BenchClock(VirtualBoard board)
    {
        _board = board;
        _boardThen = board.Now;
    }

    /// <summary>True: the chip takes a time and stands still.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Taken off the next time that is set, as by a line that was slow.</summary>
    public TimeSpan Late { get; set; }

    /// <summary>Brings the chip up to the bench's clock.</summary>
    internal void KeepTime()
    {
        TimeSpan passed = IsStuck ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_benchThen);
        _board.Rtc.Jump(passed - (_board.Now - _boardThen));
        (_benchThen, _boardThen) = (Stopwatch.GetTimestamp(), _board.Now);
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
