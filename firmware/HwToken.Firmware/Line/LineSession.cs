using System;
using HwToken.Core.Line;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Line
{
    /// <summary>Keeps the provisioning line open for a while: assembles lines, answers each with exactly one line.</summary>
    public sealed class LineSession
    {
        private readonly IBoard _board;
        private readonly TokenRecords _records;
        private readonly ScreenPainter _painter;
        private readonly BlankCommands _blank;
        private readonly LockedCommands _locked;
        private readonly LineAssembler _assembler = new LineAssembler();
        private readonly byte[] _received = new byte[LineCodec.MaxBytes];

        /// <summary>Opens nothing yet.</summary>
        public LineSession(IBoard board, TokenRecords records, ScreenPainter painter)
        {
            _board = board;
            _records = records;
            _painter = painter;
            _blank = new BlankCommands(board, records);
            _locked = new LockedCommands(board, records);
        }

        /// <summary>Answers what has arrived.</summary>
        /// <returns>False when nothing had.</returns>
        public bool Poll()
        {
            int count = _board.Line.Read(_received);
            for (int i = 0; i < count; i++)
            {
                Take(_received[i]);
            }

            return count > 0;
        }

        /// <summary>Answers lines until the time is up or, on a token with a credential, the button is pressed.</summary>
        /// <param name="seconds">How long the line is open.</param>
        /// <returns>True when the button ended it.</returns>
        public bool Run(int seconds)
        {
            long end = _board.Clock.UptimeMilliseconds + (seconds * 1000L);
            bool wasDown = _board.Button.IsDown;
            bool isPressed = false;
            _board.Line.Open();
            while (!isPressed && _board.Clock.UptimeMilliseconds < end)
            {
                if (!Poll())
                {
                    _board.Clock.Wait(TokenTimes.PollMilliseconds);
                }

                // The finger that opened service mode must be lifted before a press counts.
                bool isDown = _board.Button.IsDown;
                isPressed = isDown && !wasDown && _records.Credential != null;
                wasDown = isDown;
            }

            _board.Line.Close();
            _blank.Forget();
            _assembler.Clear();
            Array.Clear(_received, 0, _received.Length);
            return isPressed;
        }

        private void Take(byte value)
        {
            LineStatus status;
            string text;
            if (!_assembler.Add(value, out status, out text))
            {
                return;
            }

            if (status != LineStatus.Ok)
            {
                Send(LineReply.Error(status == LineStatus.TooLong ? LineError.TooLong : LineError.DamagedLine));
                return;
            }

            // A comment is closed like any line, and gets no answer.
            if (text.Length > 0 && text[0] == '#')
            {
                return;
            }

            bool wasBlank = _records.Credential == null;
            string[] words = LineWords.Of(text);
            Send(Answer(words, wasBlank));
            if (wasBlank != (_records.Credential == null))
            {
                ShowChange();
            }
        }

        /// <summary>What writes flash is refused while the battery is too low for it; everything else is answered.</summary>
        private string Answer(string[] words, bool isBlank)
        {
            if (WritesFlash(words[0]) && _board.Power.ReadSupply().IsEmpty)
            {
                return LineReply.Error(LineError.Battery);
            }

            return isBlank ? _blank.Answer(words) : _locked.Answer(words);
        }

        private static bool WritesFlash(string command)
        {
            return LineWords.Is(command, "CHECK") || LineWords.Is(command, "COMMIT") || LineWords.Is(command, "SELFTEST")
                || LineWords.Is(command, "SETTIME") || LineWords.Is(command, "ERASE");
        }

        private void ShowChange()
        {
            if (_records.Credential == null)
            {
                _painter.Paint(Screen.Plain(ScreenKind.NoKey), null, null);
            }
            else
            {
                _painter.Paint(Screen.Plain(ScreenKind.Information), _records.Credential.Id, _board.Clock.Read(), _board.Power.ReadSupply());
            }
        }

        private void Send(string reply)
        {
            _board.Line.Write(LineCodec.Encode(reply));
        }
    }
}
