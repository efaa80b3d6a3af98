using System;
using HwToken.Core;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Line
{
    /// <summary>
    /// The line of a blank token: BEGIN, KEY…, TIME, CHECK, CODE, COMMIT in that order. What is not committed counts for
    /// nothing: a token is blank or provisioned, never half.
    /// </summary>
    public sealed class BlankCommands
    {
        private const int MostCodes = 10;

        private readonly IBoard _board;
        private readonly TokenRecords _records;
        private CredentialDraft _draft;
        private Credential _checked;

        /// <summary>Starts without a draft.</summary>
        public BlankCommands(IBoard board, TokenRecords records)
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
                    return words.Length == 1 ? LineReply.Ok("HELLO HWTOKEN 1 BLANK " + FirmwareVersion.Text) : LineReply.Error(LineError.BadArguments);
                case "BEGIN":
                    return Begin(words);
                case "KEY":
                    return Key(words);
                case "TIME":
                    return Time(words);
                case "CHECK":
                    return Check(words);
                case "CODE":
                    return Code(words);
                case "COMMIT":
                    return Commit(words);
                case "SELFTEST":
                    return SelfTestAnswer.Of(words, _board, _records);
                default:
                    return LineReply.Error(LineError.UnknownCommand);
            }
        }

        /// <summary>Wipes a draft that was not committed.</summary>
        public void Forget()
        {
            if (_draft != null)
            {
                _draft.Clear();
                _draft = null;
            }

            if (_checked != null)
            {
                _checked.Clear();
                _checked = null;
            }
        }

        /// <summary><c>BEGIN id HOTP|TOTP SHA1|SHA256|SHA512 digits period counter secretBytes</c>.</summary>
        private string Begin(string[] words)
        {
            OtpType type;
            OtpAlgorithm algorithm;
            int digits, period, secretBytes;
            ulong counter;
            if (words.Length != 8
                || !CredentialId.IsValid(words[1])
                || !OtpWords.TryParse(words[2], out type)
                || !OtpWords.TryParse(words[3], out algorithm)
                || !Number.TryParse(words[4], OtpParameters.MaxDigits, out digits)
                || !Number.TryParse(words[5], OtpParameters.MaxPeriodSeconds, out period)
                || !Number.TryParse(words[6], out counter)
                || !Number.TryParse(words[7], OtpGenerator.MaxSecretBytes, out secretBytes)
                || secretBytes == 0
                || counter == ulong.MaxValue
                || !OtpParameters.AreValid(type, algorithm, digits, period, counter))
            {
                return LineReply.Error(LineError.BadArguments);
            }

            Forget();
            _draft = new CredentialDraft(words[1], new OtpParameters(type, algorithm, digits, period, counter), secretBytes);
            return LineReply.Ok("BEGIN " + words[1]);
        }

        /// <summary><c>KEY SECRET|ADMIN offset hex</c>.</summary>
        private string Key(string[] words)
        {
            if (_draft == null || _checked != null)
            {
                return LineReply.Error(LineError.OutOfOrder);
            }

            int offset;
            byte[] bytes;
            if (words.Length != 4
                || (!LineWords.Is(words[1], "SECRET") && !LineWords.Is(words[1], "ADMIN"))
                || !Number.TryParse(words[2], OtpGenerator.MaxSecretBytes, out offset)
                || !Hex.TryDecode(words[3], out bytes))
            {
                return LineReply.Error(LineError.BadArguments);
            }

            bool isTaken = _draft.TryAdd(LineWords.Is(words[1], "ADMIN"), offset, bytes);
            Array.Clear(bytes, 0, bytes.Length);
            return isTaken ? LineReply.Ok("KEY " + words[1] + " " + words[2]) : LineReply.Error(LineError.BadArguments);
        }

        /// <summary><c>TIME unixSeconds</c>: sets the clock chip; the second begins when the line ends.</summary>
        private string Time(string[] words)
        {
            if (_draft == null || _checked != null)
            {
                return LineReply.Error(LineError.OutOfOrder);
            }

            long seconds;
            if (words.Length != 2 || !UtcTime.TryParse(words[1], out seconds))
            {
                return LineReply.Error(LineError.BadArguments);
            }

            if (!_board.Clock.TrySet(seconds))
            {
                return LineReply.Error(LineError.Clock);
            }

            _draft.ProvisionedAt = seconds;
            return LineReply.Ok("TIME " + words[1]);
        }

        /// <summary><c>CHECK</c>: stores the draft as pending and proves what flash then holds.</summary>
        private string Check(string[] words)
        {
            if (words.Length != 1)
            {
                return LineReply.Error(LineError.BadArguments);
            }

            if (_checked == null)
            {
                if (_draft == null || !_draft.IsComplete)
                {
                    return LineReply.Error(LineError.OutOfOrder);
                }

                _checked = _records.StorePending(_draft.ToCredential());
                if (_checked == null)
                {
                    return LineReply.Error(LineError.Store);
                }
            }

            return LineReply.Ok("CHECK " + Hex.Encode(LineProof.OfCredential(_checked)));
        }

        /// <summary><c>CODE n</c>: the n-th code from the first one on, 0 to 9.</summary>
        private string Code(string[] words)
        {
            if (_checked == null)
            {
                return LineReply.Error(LineError.OutOfOrder);
            }

            int n;
            if (words.Length != 2 || !Number.TryParse(words[1], MostCodes - 1, out n))
            {
                return LineReply.Error(LineError.BadArguments);
            }

            OtpParameters parameters = _checked.Parameters;
            ulong factor = FirstFactor() + (ulong)n;
            OtpGenerator generator = new OtpGenerator(parameters.Algorithm, parameters.Digits, _checked.Secret);
            string code = OtpCode.Format(generator.Compute(factor), parameters.Digits);
            generator.Clear();
            return LineReply.Ok("CODE " + factor.ToString() + " " + code);
        }

        /// <summary><c>COMMIT</c>: durable and locked.</summary>
        private string Commit(string[] words)
        {
            if (words.Length != 1)
            {
                return LineReply.Error(LineError.BadArguments);
            }

            if (_checked == null)
            {
                return LineReply.Error(LineError.OutOfOrder);
            }

            bool isCommitted = _records.TryCommit(_checked, OtpState.Fresh(FirstFactor()));
            Forget();
            return isCommitted ? LineReply.Ok("COMMIT " + _records.Credential.Id) : LineReply.Error(LineError.Store);
        }

        private ulong FirstFactor()
        {
            return _checked.Parameters.Type == OtpType.Hotp
                ? _checked.Parameters.InitialCounter
                : TimeStep.At(_checked.ProvisionedAt, _checked.Parameters.PeriodSeconds);
        }
    }
}
