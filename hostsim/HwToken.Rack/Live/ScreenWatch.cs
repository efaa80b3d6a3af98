using NanoBoard;
using NanoBoard.Events;
using HwToken.Simulator;
using HwToken.Simulator.Screens;

namespace HwToken.Rack.Live;

/// <summary>
/// Logs every picture that the panel comes to rest on. A frame arrives page by page, so a picture counts once it has not
/// changed for a while, or once the chip sleeps.
/// </summary>
internal sealed class ScreenWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly VirtualToken _token;
    private readonly TokenLog _log;
    private string _logged = ScreenReading.Dark.Describe();
    private long _seen = -1;
    private bool _isWatching;

    public ScreenWatch(VirtualToken token, TokenLog log)
    {
        _token = token;
        _log = log;
    }

    /// <summary>The picture is at rest.</summary>
    public bool IsSteady => _token.Board.State != BoardState.Awake || _seen == _token.Board.Panel.Revision;

    /// <summary>Takes note of an event of the token's board.</summary>
    public void Take(BoardEvent happened)
    {
        switch (happened)
        {
            case FirmwareStarted when !_isWatching:
                _isWatching = true;
                Plan();
                break;
            case FellAsleep or PowerLost:
                Log();
                break;
        }
    }

    private void Plan() => _token.Board.Timeline.Schedule(Interval, Look);

    private void Look()
    {
        if (_seen == _token.Board.Panel.Revision)
        {
            Log();
        }

        _seen = _token.Board.Panel.Revision;
        _isWatching = _token.Board.State == BoardState.Awake;
        if (_isWatching)
        {
            Plan();
        }
    }

    private void Log()
    {
        ScreenReading reading = _token.Read();
        string described = reading.Describe();
        if (described == _logged)
        {
            return;
        }

        _logged = described;
        DateTimeOffset now = _token.Now;
        switch (reading.Content)
        {
            case ScreenContent.Code:
                _log.Add(now, "screen", "code", ("code", described));
                break;
            case ScreenContent.Text:
                _log.Add(now, "screen", "words", ("words", described));
                break;
            default:
                _log.Add(now, "screen", reading.Content == ScreenContent.Dark ? "dark" : "unreadable");
                break;
        }
    }
}
