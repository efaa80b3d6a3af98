using NanoBoard;
using NanoBoard.Chips;
using HwToken.Rack.Live;
using HwToken.Simulator;

namespace HwToken.Rack.Store;

/// <summary>What outlives a power cut: the flash, the clock chip on its battery, and how virtual time stood to true time.</summary>
public sealed record SavedToken
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int Form = 2;

    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = Form;

    /// <summary>What somebody calls the token; null: nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Files of the flash.</summary>
    public required SortedDictionary<string, byte[]> Files { get; init; }

    /// <summary>Virtual time less true time, in milliseconds.</summary>
    public required long AheadMs { get; init; }

    /// <summary>Clock chip less virtual time, in milliseconds; null when its time is not valid.</summary>
    public required long? RtcOffMs { get; init; }

    /// <summary>Error of the clock chip's rate, parts per million.</summary>
    public double RtcPpm { get; init; }

    /// <summary>Virtual time when it was saved, Unix time in milliseconds.</summary>
    public required long SavedAtMs { get; init; }

    /// <summary>The board had power.</summary>
    public required bool Powered { get; init; }

    /// <summary>Takes down a token.</summary>
    internal static SavedToken Of(VirtualToken token, DateTimeOffset trueNow, bool powered)
    {
        FlashVolume flash = token.Board.Flash;
        Ds3231Chip rtc = token.Board.Rtc;
        return new SavedToken
        {
            Files = new SortedDictionary<string, byte[]>(flash.Names.ToDictionary(name => name, name => flash.ReadFile(name)!), StringComparer.Ordinal),
            AheadMs = (long)(token.Now - trueNow).TotalMilliseconds,
            RtcOffMs = rtc.HasStopped || rtc.Time is not { } time ? null : (long)(time - token.Now).TotalMilliseconds,
            RtcPpm = rtc.Ppm,
            SavedAtMs = token.Now.ToUnixTimeMilliseconds(),
            Powered = powered,
        };
    }

    /// <summary>Virtual time when true time is <paramref name="trueNow"/>: time goes on while it is saved.</summary>
    internal DateTimeOffset TimeAt(DateTimeOffset trueNow)
    {
        DateTimeOffset moment = trueNow + TimeSpan.FromMilliseconds(AheadMs);
        return moment > PressRun.Latest ? PressRun.Latest : moment;
    }

    /// <summary>Builds a board around the saved parts, without power.</summary>
    internal VirtualToken Rebuild(BoardOptions options)
    {
        VirtualToken token = TokenSlot.NewToken(options);
        foreach ((string name, byte[] content) in Files)
        {
            token.Board.Flash.WriteFile(name, content);
        }

        if (RtcOffMs is { } off)
        {
            token.Board.Rtc.SetTime(options.StartsAt + TimeSpan.FromMilliseconds(off) + DriftWhileSaved(options.StartsAt));
        }

        token.Board.Rtc.Ppm = RtcPpm;
        return token;
    }

    /// <summary>The clock chip runs on its battery, as fast or slow as ever, while no program shows the token.</summary>
    private TimeSpan DriftWhileSaved(DateTimeOffset now)
    {
        TimeSpan away = now - DateTimeOffset.FromUnixTimeMilliseconds(SavedAtMs);
        return away > TimeSpan.Zero ? away * (RtcPpm / 1e6) : TimeSpan.Zero;
    }
}
