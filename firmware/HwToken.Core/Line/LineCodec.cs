using System;
using HwToken.Core.Text;

namespace HwToken.Core.Line
{
    /// <summary>
    /// One line of the provisioning line: printable ASCII text, then <c> *</c> and the CRC-32 of the text in 8 upper-case
    /// hex digits, then LF; at most 96 bytes in all. Both ends use this codec.
    /// </summary>
    public static class LineCodec
    {
        /// <summary>Bytes of the longest line, LF included.</summary>
        public const int MaxBytes = 96;

        /// <summary>Characters of the longest text that fits into a line.</summary>
        public const int MaxTextLength = MaxBytes - ClosingLength - 1;

        /// <summary>Ends a line.</summary>
        public const byte LineFeed = 10;

        private const int ClosingLength = 10;

        /// <summary>Closes <paramref name="text"/> into a line with LF.</summary>
        /// <param name="text">Printable ASCII, at most <see cref="MaxTextLength"/> characters; more is cut.</param>
        /// <returns>The bytes to send, at most <see cref="MaxBytes"/>.</returns>
        public static byte[] Encode(string text)
        {
            if (text.Length > MaxTextLength)
            {
                text = text.Substring(0, MaxTextLength);
            }

            byte[] body = Ascii.GetBytes(text);
            byte[] closing = Ascii.GetBytes(" *" + Hex.Encode(Crc32.Compute(body, 0, body.Length)));
            byte[] line = new byte[body.Length + ClosingLength + 1];
            Array.Copy(body, line, body.Length);
            Array.Copy(closing, 0, line, body.Length, ClosingLength);
            line[line.Length - 1] = LineFeed;
            Array.Clear(body, 0, body.Length);
            return line;
        }

        /// <summary>Opens a received line.</summary>
        /// <param name="line">The bytes without LF; one trailing CR is forgiven.</param>
        /// <param name="count">How many of the bytes count.</param>
        /// <param name="text">The text before the closing, or null.</param>
        public static LineStatus TryDecode(byte[] line, int count, out string text)
        {
            text = null;
            if (count > 0 && line[count - 1] == '\r')
            {
                count--;
            }

            if (count >= MaxBytes)
            {
                return LineStatus.TooLong;
            }

            int length = count - ClosingLength;
            if (length < 0 || line[length] != ' ' || line[length + 1] != '*')
            {
                return LineStatus.Damaged;
            }

            uint crc = 0;
            for (int i = length + 2; i < count; i++)
            {
                // A line has exactly one form: a small letter here is a flipped bit.
                int digit = line[i] >= 'a' ? -1 : Hex.Value(line[i]);
                if (digit < 0)
                {
                    return LineStatus.Damaged;
                }

                crc = (crc << 4) | (uint)digit;
            }

            for (int i = 0; i < length; i++)
            {
                byte b = line[i];
                if (b < ' ' || b > '~')
                {
                    return LineStatus.Damaged;
                }
            }

            if (crc != Crc32.Compute(line, 0, length))
            {
                return LineStatus.Damaged;
            }

            text = Ascii.GetString(line, 0, length);
            return LineStatus.Ok;
        }
    }
}
