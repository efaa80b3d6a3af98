using HwToken.Firmware.Board;

namespace HwToken.Firmware.Token
{
    /// <summary>Times one press by polling the level. Awaits the release: asleep with the button down, the chip would wake at once.</summary>
    public sealed class ButtonWatch
    {
        private readonly IBoard _board;
        private readonly long _downSince;
        private bool _wasDown;

        /// <summary>Begins with a press that is under way or just over.</summary>
        /// <param name="board">The board.</param>
        /// <param name="downSince">Uptime when it began, in milliseconds: 0 when it woke the chip.</param>
        public ButtonWatch(IBoard board, long downSince)
        {
            _board = board;
            _downSince = downSince;
            _wasDown = downSince != 0;
        }

        /// <summary>Waits until the button is up or has been down for <paramref name="milliseconds"/> since the press began.</summary>
        /// <returns>True when it is still down.</returns>
        public bool IsHeldFor(int milliseconds)
        {
            while (IsDown())
            {
                if (_board.Clock.UptimeMilliseconds - _downSince >= milliseconds)
                {
                    return true;
                }

                _board.Clock.Wait(TokenTimes.PollMilliseconds);
            }

            return false;
        }

        /// <summary>Contacts bounce: a release counts when the button is still up a little later.</summary>
        private bool IsDown()
        {
            if (!_board.Button.IsDown && _wasDown)
            {
                _board.Clock.Wait(TokenTimes.ReleaseMilliseconds);
            }

            _wasDown = _board.Button.IsDown;
            return _wasDown;
        }
    }
}
