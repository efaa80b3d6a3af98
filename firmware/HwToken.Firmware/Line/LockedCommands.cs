using System;
using HwToken.Core;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Line
{
    /// <summary>
    /// The line of a locked token: questions for anybody, and two commands for whoever proves the admin key to a fresh
    /// challenge. Nothing here yields the secret, a code or the counter.
    /// </summary>
    public sealed class LockedCommands
    {
        private readonly IBoard _board;
        private readonly TokenRecords _records;
        private byte[] _challenge;

        /// <summary>Starts without a challenge.</summary>
        public LockedCommands(IBoard board, TokenRecords records)
        {
            _board = board;
            _records = records;
        }

        /// <summary>Answers one command.</summary>
        /// <param name="words">The command and its arguments.</param>
        public string Answer(string[] words)
        {
            switch (words[0])
            {
                case "HELLO":
                    return words.Length == 1
                        ? LineReply.Ok("HELLO HWTOKEN 1 LOCKED " + _records.Credential.Id + " " + FirmwareVersion.Text)
                        : LineReply.Error(LineError.BadArguments);
                case "STATUS":
                    return words.Length == 1 ? Status() : LineReply.Error(LineError.BadArguments);
                case "GETTIME":
                    return words.Length == 1 ? GetTime() : LineReply.Error(LineError.BadArguments);
                case "SELFTEST":
                    return SelfTestAnswer.Of(words, _board, _records);
                case "AUTH":
                    return words.Length == 1 ? Challenge() : LineReply.Error(LineError.BadArguments);
                case "SETTIME":
                    return SetTime(words);
                case "ERASE":
                    return Erase(words);
                case "BEGIN":
                case "KEY":
                case "TIME":
                case "CHECK":
                case "CODE":
                case "COMMIT":
                    return LineReply.Error(LineError.Locked);
                default:
                    return LineReply.Error(LineError.UnknownCommand);
            }
        }

        /// <summary><c>OK STATUS id type algorithm digits period clock millivolts</c>; 0 millivolts: not known.</summary>
        private string Status()
        {
            OtpParameters parameters = _records.Credential.Parameters;
            ClockReading clock = _board.Clock.Read();
            string[] words = new string[]
            {
                "STATUS ",
                _records.Credential.Id,
                " ",
                OtpWords.Of(parameters.Type),
                " ",
                OtpWords.Of(parameters.Algorithm),
                " ",
                parameters.Digits.ToString(),
                " ",
                parameters.PeriodSeconds.ToString(),
                clock.IsValid ? " CLOCK " : clock.Fault == ClockFault.Missing ? " NOCLOCK " : " STOPPED ",
                _board.Power.ReadSupply().Millivolts.ToString(),
            };
            return LineReply.Ok(string.Concat(words));
        }

        private string GetTime()
        {
            ClockReading clock = _board.Clock.Read();
            return clock.IsValid ? LineReply.Ok("GETTIME " + clock.UnixSeconds.ToString()) : LineReply.Error(LineError.Clock);
        }

        /// <summary><c>AUTH</c>: a challenge for the next command, good once.</summary>
        /// <remarks>The noise source is weak while the radio is off, so it is mixed under the admin key: whoever does not
        /// know that key can neither foresee nor choose a challenge. The stored counter goes in too: it never comes again, so neither does
        /// a challenge, even if noise and clocks do.</remarks>
        private string Challenge()
        {
            byte[] noise = new byte[LineProof.ChallengeBytes];
            _board.Power.FillRandom(noise);
            string[] moment = new string[]
            {
                "AUTH ",
                _board.Clock.UptimeMilliseconds.ToString(),
                " ",
                _board.Clock.SystemSeconds.ToString(),
                " ",
                _records.State == null ? "LOST" : _records.State.NextFactor.ToString(),
            };
            byte[] mixed = LineProof.OfCommand(_records.Credential.AdminKey, noise, string.Concat(moment));
            _challenge = new byte[LineProof.ChallengeBytes];
            Array.Copy(mixed, _challenge, _challenge.Length);
            return LineReply.Ok("AUTH " + Hex.Encode(_challenge));
        }

        /// <summary><c>SETTIME unixSeconds response</c>.</summary>
        private string SetTime(string[] words)
        {
            long seconds;
            if (words.Length != 3 || !UtcTime.TryParse(words[1], out seconds))
            {
                return LineReply.Error(LineError.BadArguments);
            }

            if (!IsProven("SETTIME " + words[1], words[2]))
            {
                return LineReply.Error(LineError.NotAuthorised);
            }

            if (seconds < _records.Credential.ProvisionedAt)
            {
                return LineReply.Error(LineError.Clock);
            }

            // A hold-off that the old time was measuring is over: the new time cannot tell its end.
            OtpState state = _records.State;
            if (state != null && state.IsHoldOffOpen && !_records.TrySaveState(state.WithoutHoldOff()))
            {
                return LineReply.Error(LineError.Store);
            }

            return _board.Clock.TrySet(seconds) ? LineReply.Ok("SETTIME " + words[1]) : LineReply.Error(LineError.Clock);
        }

        /// <summary><c>ERASE response</c>: the token is blank afterwards.</summary>
        private string Erase(string[] words)
        {
            if (words.Length != 2)
            {
                return LineReply.Error(LineError.BadArguments);
            }

            if (!IsProven("ERASE", words[1]))
            {
                return LineReply.Error(LineError.NotAuthorised);
            }

            return _records.TryErase() ? LineReply.Ok("ERASE") : LineReply.Error(LineError.Store);
        }

        /// <summary>Burns the challenge, whatever the answer is worth.</summary>
        private bool IsProven(string command, string response)
        {
            byte[] challenge = _challenge;
            _challenge = null;
            byte[] given;
            return challenge != null
                && Hex.TryDecode(response, out given)
                && ConstantTime.AreEqual(given, LineProof.OfCommand(_records.Credential.AdminKey, challenge, command));
        }
    }
}
