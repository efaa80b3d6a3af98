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
    }
}
