using NanoBoard;
using NanoBoard.Events;
using HwToken.TokenPage.Contract;
using HwToken.Simulator;
using HwToken.Simulator.Screens;

namespace HwToken.TokenPage.Live;

/// <summary>One virtual token with everything that belongs to its board: log, watch, sleep plan. Another board, another one of these.</summary>
internal sealed class TokenOnBench
{
    /// <summary>A run without a finger on the button that lasts this long waits for the line.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2);

    private readonly TokenLog _log;
    private readonly ScreenWatch _watch;
    private readonly TimeSpan _awakeBefore;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _releasedAt;
    private FellAsleep? _sleep;
    private (long Revision, ScreenReading Reading) _read = (-1, ScreenReading.Dark);

    public TokenOnBench(VirtualToken token, TimeProvider time, TokenLog log)
    {
        Token = token;
        Live = new LiveToken(token, time);
        _log = log;
        _watch = new ScreenWatch(token, log);
        _awakeBefore = token.Board.Counters.AwakeTime;
        token.Board.Happened += Take;
        token.Board.Uart.Carried += Serial.Take;
    }

    /// <summary>The token itself.</summary>
    public VirtualToken Token { get; }

    /// <summary>Time spent awake since it was put here: what it took to fill it is not its user's.</summary>
    public TimeSpan Awake => Token.Board.Counters.AwakeTime - _awakeBefore;

    /// <summary>Its pacing.</summary>
    public LiveToken Live { get; }

    /// <summary>What went over its serial line.</summary>
    public SerialLog Serial { get; } = new();

    /// <summary>Grows with every event of the board.</summary>
    public long Revision { get; private set; }

    /// <summary>What the display reads; decoded once for each picture.</summary>
    public ScreenReading Reading
    {
        get
        {
            long revision = Token.Board.Panel.Revision;
            if (_read.Revision != revision)
            {
                _read = (revision, Token.Read());
            }

            return _read.Reading;
        }
    }

    /// <summary>What it is doing at its present moment.</summary>
    public Activity Activity => Token.Board.State switch
    {
        BoardState.Off => Activity.Off,
        BoardState.Hung => Activity.Hung,
        BoardState.Asleep when DarkAt is not null => Reading.Content == ScreenContent.Code ? Activity.HoldOff : Activity.Showing,
        BoardState.Asleep => Activity.Asleep,
        _ when _startedAt is null => Activity.Booting,
        _ when IsButtonDown => Activity.Pressed,
        _ when Token.Now - Latest(_startedAt.Value, _releasedAt) > LongestRun => Activity.Line,
        _ => Activity.Awake,
    };

    /// <summary>When the sleep with a lit panel began; null when it is dark or the chip does not sleep.</summary>
    public DateTimeOffset? LitSince => DarkAt is null ? null : _sleep!.At;

    /// <summary>When the lit panel goes dark.</summary>
    public DateTimeOffset? DarkAt => _sleep is { Plan.Timer: { } timer } && Reading.Content != ScreenContent.Dark ? _sleep.At + timer : null;

    /// <summary>The picture is at rest.</summary>
    public bool IsSteady => _watch.IsSteady;

    private bool IsButtonDown => Token.Board.Button.IsDown || Token.Board.Button.Held;

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;

    private void Take(BoardEvent happened)
    {
        Revision++;
        switch (happened)
        {
            case FirmwareStarted started:
                _startedAt = started.At;
                _releasedAt = null;
                break;
            case ButtonChanged { Down: false } button:
                _releasedAt = button.At;
                break;
            case FellAsleep asleep:
                _sleep = asleep;
                break;
            case ChipWoke or ChipReset or PowerConnected or PowerLost:
                _startedAt = null;
                _sleep = null;
                break;
        }

        BoardLog.Add(_log, happened);
        _watch.Take(happened);
    }
}
