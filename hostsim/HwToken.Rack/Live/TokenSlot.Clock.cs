using System.Globalization;
using HwToken.Rack.Contract;
using HwToken.Simulator.Records;

namespace HwToken.Rack.Live;

/// <content>The clock chip: the token's own idea of the time.</content>
public sealed partial class TokenSlot
{
    /// <summary>Largest error of the clock chip's rate, either way: ten percent, far beyond any chip.</summary>
    public const double MostPpm = 100_000;

    /// <summary>Puts the clock chip off; no flag tells the firmware.</summary>
    /// <param name="by">Forwards or backwards.</param>
    public void JumpRtc(TimeSpan by) => Change(token =>
    {
        Took(token, $"drift: {{ by: {RecordWords.Span(by)} }}");
        token.Board.Rtc.Jump(by);
        _log.Add(token.Now, "other", "rtcJump", ("seconds", Number((long)by.TotalSeconds)));
    });

    /// <summary>Sets the clock chip to virtual true time, as a service desk would.</summary>
    public void SetRtc() => Change(token =>
    {
        Took(token, "set-clock: token");
        token.Board.Rtc.SetTime(token.Now);
        _log.Add(token.Now, "other", "rtcSet");
    });

    /// <summary>Makes the clock chip run fast (positive) or slow.</summary>
    /// <param name="ppm">Parts per million, at most <see cref="MostPpm"/> either way.</param>
    public void SetRtcPpm(double ppm) => Change(token =>
    {
        Took(token, FormattableString.Invariant($"drift: {{ ppm: {ppm:0.###} }}"));
        token.Board.Rtc.Ppm = ppm;
        _log.Add(token.Now, "other", "rtcPpm", ("ppm", ppm.ToString("0.###", CultureInfo.InvariantCulture)));
    });

    /// <summary>The clock chip as it stands.</summary>
    public RtcState Rtc()
    {
        lock (_gate)
        {
            return _bench.Live.Ask(token => RtcOf(token.Board.Rtc));
        }
    }

    private static RtcState RtcOf(NanoBoard.Chips.Ds3231Chip rtc) => new(rtc.Time?.ToUnixTimeMilliseconds(), rtc.HasStopped, rtc.Ppm);
}
