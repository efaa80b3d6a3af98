namespace HwToken.Core.Text
{
    /// <summary>Printable ASCII to bytes and back, without System.Text.</summary>
    public static class Ascii
    {
        /// <summary>True for the characters that lines and records may hold: space to tilde.</summary>
        public static bool IsPrintable(int value)
        {
            return value >= ' ' && value <= '~';
        }

        /// <summary>The bytes of <paramref name="text"/>, one a character; what is not printable ASCII becomes '?'.</summary>
        public static byte[] GetBytes(string text)
        {
            // The range stands here once more: a call a character would double what a line costs the interpreter.
            char[] characters = text.ToCharArray();
            byte[] bytes = new byte[characters.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                char c = characters[i];
                bytes[i] = c >= ' ' && c <= '~' ? (byte)c : (byte)'?';
            }

            return bytes;
        }

        /// <summary>The text of <paramref name="count"/> bytes; what is not printable ASCII becomes '?'.</summary>
        public static string GetString(byte[] bytes, int offset, int count)
        {
            char[] characters = new char[count];
            for (int i = 0; i < count; i++)
            {
                byte b = bytes[offset + i];
                characters[i] = b >= ' ' && b <= '~' ? (char)b : '?';
            }

            return new string(characters);
        }
    }
}
