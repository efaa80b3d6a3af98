using System;

namespace HwToken.Core.Text
{
    /// <summary>Base32 (RFC 4648, 6): how <c>otpauth://</c> URIs and most sign-in systems write a shared secret.</summary>
    public static class Base32
    {
        private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

        /// <summary>Encodes with <c>=</c> padding to a multiple of 8 characters.</summary>
        public static string Encode(byte[] bytes)
        {
            char[] text = new char[(bytes.Length + 4) / 5 * 8];
            int position = 0;
            uint bits = 0;
            int held = 0;
            for (int i = 0; i < bytes.Length; i++)
            {
                bits = (bits << 8) | bytes[i];
                for (held += 8; held >= 5; held -= 5)
                {
                    text[position++] = Alphabet[(int)((bits >> (held - 5)) & 31)];
                }
            }

            if (held > 0)
            {
                text[position++] = Alphabet[(int)((bits << (5 - held)) & 31)];
            }

            while (position < text.Length)
            {
                text[position++] = '=';
            }

            return new string(text);
        }

        /// <summary>Decodes; case does not matter, padding may be absent, spaces and hyphens (typed groups) are dropped.</summary>
        /// <param name="text">Base32 text; may be null.</param>
        /// <param name="bytes">The bytes, or null.</param>
        /// <returns>False for a foreign character, padding inside or an impossible length. The last digit's spare bits may have any
        /// value: secrets are often drawn as random digits, and every other reader drops these bits.</returns>
        public static bool TryDecode(string text, out byte[] bytes)
        {
            bytes = null;
            if (text == null)
            {
                return false;
            }

            char[] characters = text.ToCharArray();
            byte[] read = new byte[(characters.Length * 5 / 8) + 1];
            int count = 0;
            int digits = 0;
            int padding = 0;
            uint bits = 0;
            int held = 0;
            foreach (char c in characters)
            {
                if (c == ' ' || c == '-')
                {
                    continue;
                }

                int value = Value(c);
                if (c == '=')
                {
                    padding++;
                    continue;
                }

                if (value < 0 || padding > 0)
                {
                    Array.Clear(read, 0, read.Length);
                    return false;
                }

                digits++;
                bits = (bits << 5) | (uint)value;
                held += 5;
                if (held >= 8)
                {
                    held -= 8;
                    read[count++] = (byte)(bits >> held);
                }
            }

            // 1, 3 and 6 digits over a group of 8 cannot come from whole bytes; padding, if any, fills the group.
            int rest = digits & 7;
            bool possible = rest != 1 && rest != 3 && rest != 6;
            bool padded = padding == 0 || (rest != 0 && padding == 8 - rest);
            if (possible && padded)
            {
                bytes = new byte[count];
                Array.Copy(read, bytes, count);
            }

            Array.Clear(read, 0, read.Length);
            return bytes != null;
        }

        private static int Value(int c)
        {
            if (c >= '2' && c <= '7')
            {
                return c - '2' + 26;
            }

            int lower = c | 0x20;
            return lower >= 'a' && lower <= 'z' && c < 128 ? lower - 'a' : -1;
        }
    }
}
