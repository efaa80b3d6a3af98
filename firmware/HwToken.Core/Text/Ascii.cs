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
            char[] characters = text.ToCharArray();
            byte[] bytes = new byte[characters.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = IsPrintable(characters[i]) ? (byte)characters[i] : (byte)'?';
            }

            return bytes;
        }

        /// <summary>The text of <paramref name="count"/> bytes; what is not printable ASCII becomes '?'.</summary>
        public static string GetString(byte[] bytes, int offset, int count)
        {
            char[] characters = new char[count];
            for (int i = 0; i < count; i++)
            {
                characters[i] = IsPrintable(bytes[offset + i]) ? (char)bytes[offset + i] : '?';
            }

            return new string(characters);
        }
    }
}
