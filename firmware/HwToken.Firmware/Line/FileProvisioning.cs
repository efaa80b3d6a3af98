using System;
using HwToken.Core.Line;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Line
{
    /// <summary>
    /// Provisioning for people with one USB cable: a file that holds the lines they would send, put into flash from outside and
    /// taken at power-on. All or nothing; whatever came of it, the file does not stay.
    /// </summary>
    public sealed class FileProvisioning
    {
        /// <summary>Name of the file.</summary>
        public const string FileName = "provision.txt";

        /// <summary>Longest file that is read: some forty lines.</summary>
        public const int MaxBytes = 4096;

        private const string CountWord = "LINES";
        private const string LastLine = "COMMIT";

        private readonly IBoard _board;
        private readonly TokenRecords _records;
        private readonly BlankCommands _commands;
        private bool _hasPending;

        /// <summary>Reads nothing yet.</summary>
        /// <param name="board">The board.</param>
        /// <param name="records">Loaded records.</param>
        public FileProvisioning(IBoard board, TokenRecords records)
        {
            _board = board;
            _records = records;
            _commands = new BlankCommands(board, records);
        }

        /// <summary>Takes the file if there is one. A locked token deletes it unread.</summary>
        /// <returns>What to show when it was refused: nothing is committed then. Null when there is none or it was taken.</returns>
        public Screen Run()
        {
            byte[] content = null;
            try
            {
                content = _records.Credential == null ? _board.Store.Read(FileName) : null;
                return content == null ? null : Take(content);
            }
            catch (OutOfMemoryException)
            {
                // Far too long to be one of ours. Left alone it would stop every start of the token.
                return Refuse(0, LineError.TooLong);
            }
            finally
            {
                Remove(content);
            }
        }

        private static Screen Refuse(int line, LineError error)
        {
            return Screen.FileRefused(line, (int)error);
        }

        /// <summary>
        /// Text as Windows PowerShell and some editors save it: UTF-16, with or without its mark, or UTF-8 with one. Named as such, because
        /// every line of it looks right to whoever wrote it.
        /// </summary>
        private static bool IsEncoded(byte[] content)
        {
            if (content.Length < 3)
            {
                return false;
            }

            return (content[0] == 0xFF && content[1] == 0xFE)
                || (content[0] == 0xFE && content[1] == 0xFF)
                || (content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF)
                || content[0] == 0
                || content[1] == 0;
        }

        private Screen Take(byte[] content)
        {
            if (content.Length > MaxBytes)
            {
                return Refuse(0, LineError.TooLong);
            }

            if (IsEncoded(content))
            {
                return Refuse(0, LineError.Encoding);
            }

            // The file was written in chunks, not at once: nothing is executed before all of it is known to be whole.
            Screen refused = Feed(content, false);
            if (refused == null)
            {
                refused = Feed(content, true);
            }

            _commands.Forget();
            if (refused != null && _hasPending)
            {
                _records.TryErase();
            }

            return refused;
        }

        /// <summary>Reads the lines, and executes them if asked to. The last one is COMMIT: what is refused before it changes nothing.</summary>
        private Screen Feed(byte[] content, bool executes)
        {
            LineAssembler assembler = new LineAssembler();
            int line = 0;
            int expected = 0;
            bool isEnded = false;
            for (int i = 0; i < content.Length; i++)
            {
                LineStatus status;
                string text;
                if (!assembler.Add(content[i], out status, out text))
                {
                    continue;
                }

                line++;
                if (status != LineStatus.Ok)
                {
                    return Refuse(line, status == LineStatus.TooLong ? LineError.TooLong : LineError.DamagedLine);
                }

                if (isEnded)
                {
                    return Refuse(line, LineError.OutOfOrder);
                }

                string[] words = LineWords.Of(text);
                isEnded = text == LastLine;
                if (line == 1 && LineWords.Is(words[0], CountWord))
                {
                    if (words.Length != 2 || !Number.TryParse(words[1], MaxBytes, out expected) || expected == 0)
                    {
                        return Refuse(line, LineError.BadArguments);
                    }

                    expected++;
                }
                else if (executes && !(text.Length > 0 && text[0] == '#'))
                {
                    LineError error = Execute(words);
                    if (error != 0)
                    {
                        return Refuse(line, error);
                    }
                }
            }

            // Cut short, between lines or within one; or whole lines are missing.
            bool isWhole = isEnded && content[content.Length - 1] == LineCodec.LineFeed && (expected == 0 || expected == line);
            return isWhole ? null : Refuse(line + 1, LineError.DamagedLine);
        }

        /// <returns>0 when the answer is OK.</returns>
        private LineError Execute(string[] words)
        {
            string[] answer = LineWords.Of(_commands.Answer(words));
            int error = 0;
            if (!LineWords.Is(answer[0], LineReply.OkWord))
            {
                Number.TryParse(answer[1], byte.MaxValue, out error);
            }

            _hasPending = _hasPending || (error == 0 && LineWords.Is(words[0], "CHECK"));
            return (LineError)error;
        }

        private void Remove(byte[] content)
        {
            if (content != null && content.Length > 0)
            {
                Array.Clear(content, 0, content.Length);
                _board.Store.TryWrite(FileName, content);
            }

            _board.Store.TryDelete(FileName);
        }
    }
}
