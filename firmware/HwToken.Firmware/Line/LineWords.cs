namespace HwToken.Firmware.Line
{
    /// <summary>The words of a line.</summary>
    public static class LineWords
    {
        private static readonly char[] Separators = new char[] { ' ' };

        /// <summary>Splits at every single space: two in a row make an empty word, which no command takes.</summary>
        public static string[] Of(string text)
        {
            return text.Split(Separators);
        }

        /// <summary>True when a word is the expected one. An element that is null must not meet ==: it takes the interpreter down.</summary>
        public static bool Is(string word, string expected)
        {
            return word != null && word == expected;
        }
    }
}
