using NanoBoard;
using HwToken.Core.Otp;
using HwToken.TokenPage.Contract;
using HwToken.Simulator;
using HwToken.Simulator.Screens;

namespace HwToken.TokenPage.Live;

/// <content>What the page shows.</content>
public sealed partial class TokenSlot
{
    /// <summary>Changes whenever the page must be sent anew; cheap.</summary>
    internal ViewMark Mark()
    {
        lock (_gate)
        {
            bool isAhead = _bench.Live.IsAhead;
            return new ViewMark(_bench, _bench.Revision, _changes, _bench.Token.Board.Panel.Revision, _bench.Activity, _bench.IsSteady, isAhead, _log.Last);
        }
    }

    /// <summary>Credential ID; null for a blank token.</summary>
    public string? CredentialId => Item().CredentialId;

    /// <summary>The token as the rack lists it.</summary>
    internal RackItem Item()
    {
        lock (_gate)
        {
            using var credential = new ReadCredential(_bench.Token);
            return new RackItem(Id, _name, credential.Id, credential.Type);
        }
    }

    /// <summary>The log after a line.</summary>
    internal IReadOnlyList<LogEntry> LogAfter(long number)
    {
        lock (_gate)
        {
            return _log.After(number);
        }
    }

    /// <summary>Everything that the page shows.</summary>
    internal TokenState View()
    {
        lock (_gate)
        {
            return _bench.Live.Ask(View);
        }
    }

    private TokenState View(VirtualToken token)
    {
        VirtualBoard board = token.Board;
        ScreenReading screen = _bench.Reading;
        using var credential = new ReadCredential(token);
        OtpParameters? parameters = credential.Parameters;
        return new TokenState
        {
            Id = Id,
            Name = _name,
            CredentialId = credential.Id,
            Type = credential.Type,
            Algorithm = parameters is null ? null : OtpWords.Of(parameters.Algorithm),
            Digits = parameters?.Digits,
            Period = parameters?.PeriodSeconds,
            Activity = _bench.Activity,
            Since = _bench.LitSince?.ToUnixTimeMilliseconds(),
            Until = _bench.DarkAt?.ToUnixTimeMilliseconds(),
            Now = token.Now.ToUnixTimeMilliseconds(),
            Ahead = (long)(token.Now - _time.GetUtcNow()).TotalMilliseconds,
            Speed = _speed,
            Pace = _bench.Live.IsAhead ? 0 : _bench.Live.Speed,
            NoCodeBefore = NoCodeBeforeOf(token)?.ToUnixTimeMilliseconds(),
            Powered = board.State != BoardState.Off,
            Screen = new ScreenState(screen.Content, screen.Code, screen.Lines, screen.Error, _bench.IsSteady),
            Pixels = board.Panel.Snapshot(),
            Rtc = RtcOf(board.Rtc),
            Faults = CurrentFaults(),
            Wakes = board.Counters.Wakes,
            FlashOperations = board.Flash.Operations,
            AwakeMs = (long)_bench.Awake.TotalMilliseconds,
        };
    }
}
