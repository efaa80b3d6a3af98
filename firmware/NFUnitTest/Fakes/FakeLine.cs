using System;
using System.Collections;
using HwToken.Core.Line;
using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>The host's end of the line: what it says is queued, what the token answers is collected.</summary>
    public sealed class FakeLine : ILine
    {
        private byte[] _queue = new byte[0];
        private int _taken;

        /// <summary>Answers, whole and undamaged; a damaged one stands as "?".</summary>
        public readonly ArrayList Replies = new ArrayList();

        /// <summary>True while the token has the line open.</summary>
        public bool IsOpen;

        public void Open()
        {
            IsOpen = true;
        }

        public int Read(byte[] buffer)
        {
            int count = _queue.Length - _taken;
            count = count < buffer.Length ? count : buffer.Length;
            Array.Copy(_queue, _taken, buffer, 0, count);
            _taken += count;
            return count;
        }

        public void Write(byte[] line)
        {
            string text;
            bool isWhole = line.Length <= LineCodec.MaxBytes && line[line.Length - 1] == LineCodec.LineFeed
                && LineCodec.TryDecode(line, line.Length - 1, out text) == LineStatus.Ok;
            LineCodec.TryDecode(line, line.Length - 1, out text);
            Replies.Add(isWhole ? text : "?");
        }

        public void Close()
        {
            IsOpen = false;
        }

        /// <summary>Says a line with its checksum.</summary>
        public void Say(string text)
        {
            SayRaw(LineCodec.Encode(text));
        }

        /// <summary>Says characters as they are, control characters included.</summary>
        public void SayRaw(string text)
        {
            char[] characters = text.ToCharArray();
            byte[] bytes = new byte[characters.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)characters[i];
            }

            SayRaw(bytes);
        }

        /// <summary>Says bytes as they are.</summary>
        public void SayRaw(byte[] bytes)
        {
            byte[] longer = new byte[_queue.Length + bytes.Length];
            Array.Copy(_queue, longer, _queue.Length);
            Array.Copy(bytes, 0, longer, _queue.Length, bytes.Length);
            _queue = longer;
        }

        /// <summary>Forgets what was said and not taken.</summary>
        public void Drop()
        {
            _queue = new byte[0];
            _taken = 0;
        }

        /// <summary>The n-th answer.</summary>
        public string Reply(int n)
        {
            return n < Replies.Count ? (string)Replies[n] : null;
        }
    }
}
