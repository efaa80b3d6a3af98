namespace HwToken.Firmware.Screens
{
    /// <summary>Digits of seven segments, 48 rows high, in two widths.</summary>
    public static class DigitGlyphs
    {
        /// <summary>Pages of 8 rows.</summary>
        public const int Pages = 6;

        /// <summary>Columns of a digit when a code has six.</summary>
        public const int WideColumns = WideDigits.Columns;

        /// <summary>Columns of a digit when a code has seven or eight.</summary>
        public const int NarrowColumns = NarrowDigits.Columns;

        /// <summary>The bitmap of a digit: columns × 6 bytes, page after page, the top row of a page in the lowest bit.</summary>
        /// <param name="digit">0 to 9.</param>
        /// <param name="columns"><see cref="WideColumns"/> or <see cref="NarrowColumns"/>.</param>
        public static byte[] Of(int digit, int columns)
        {
            return columns == WideColumns ? WideDigits.Of(digit) : NarrowDigits.Of(digit);
        }
    }
}
