using System.Globalization;
using NanoBoard;
using HwToken.Rack.Store;
using HwToken.Simulator;

namespace HwToken.Rack.Live;

/// <content>Virtual time.</content>
public sealed partial class TokenSlot
{
    /// <summary>Sets how fast time goes.</summary>
    /// <param name="speed">Virtual seconds a second: 0 (frozen) to <see cref="LiveToken.MaxSpeed"/>.</param>
    internal void SetSpeed(double speed) => Change(token =>
    {
        _speed = speed;
        Pace();
        if (speed == 0)
        {
            _log.Add(token.Now, "other", "paused");
        }
        else
        {
            _log.Add(token.Now, "other", "speed", ("speed", speed.ToString("0.######", CultureInfo.InvariantCulture)));
        }
    });

    /// <summary>Lets virtual time pass at once.</summary>
    internal void JumpBy(TimeSpan span)
    {
        lock (_gate)
        {
            JumpTo(_bench.Live.Ask(token => token.Now) + span);
        }
    }

    /// <summary>Lets virtual time pass at once up to a moment.</summary>
    internal void JumpTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            DateTimeOffset now = _bench.Live.Ask(token => token.Now);
            if (moment < now)
            {
                throw RefusalException.Conflict("backwards", "Virtual time only goes forward. To go back to true time, use 'follow': the board starts again.");
            }

            if (moment > PressRun.Latest)
            {
                throw RefusalException.Conflict("tooFar", "The clock chip knows no time after 2199.");
            }

            _changes++;
            _log.Add(now, "other", "jump");
            _bench.Live.JumpTo(moment);
        }
    }

    /// <summary>
    /// Back to true time at speed 1. From behind that is a jump; from ahead the board is built again around the same flash,
    /// because time does not go back: a power cut for the firmware.
    /// </summary>
    public void Follow()
    {
        lock (_gate)
        {
            DateTimeOffset trueNow = _time.GetUtcNow();
            _speed = 1;
            if (_bench.Live.Ask(token => token.Now) <= trueNow)
            {
                _changes++;
                Pace();
                _bench.Live.JumpTo(Later(trueNow, _bench.Token.Now));
                return;
            }

            SavedToken saved = SavedToken.Of(_bench.Token, trueNow, _bench.Token.Board.State != BoardState.Off);
            VirtualToken token = saved.Rebuild(NewBoard(trueNow));
            Replace(token);
            _log.Add(token.Now, "other", "follow");
            if (saved.Powered)
            {
                token.Board.ConnectPower();
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>A finger is never faster than a person: while it is on the button, time goes at most at speed 1.</summary>
    private void Pace() => _bench.Live.Speed = _isFingerOn ? Math.Min(1, _speed) : _speed;
}
