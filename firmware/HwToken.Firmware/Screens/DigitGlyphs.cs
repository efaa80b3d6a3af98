using System;

namespace HwToken.Firmware.Screens
{
    /// <summary>
    /// Digits of seven segments, 48 rows high, in two widths. A digit is composed of whole bytes of its segments: no loop
    /// over pixels, and a seventh of the memory of ten ready bitmaps.
    /// </summary>
    public static class DigitGlyphs
    {
        /// <summary>Pages of 8 rows.</summary>
        public const int Pages = 6;

        /// <summary>Columns of a digit when a code has six.</summary>
        public const int WideColumns = 18;

        /// <summary>Columns of a digit when a code has seven or eight.</summary>
        public const int NarrowColumns = 13;

        private const int Segments = 7;

        /// <summary>Bit 0 is segment a (top), then b to f clockwise, g (middle).</summary>
        private static readonly byte[] SegmentsOfDigit = new byte[]
        {
            0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F,
        };

        private static readonly byte[] Wide = new byte[]
        {
            1, 0, 16, 1, // segment a: first column, first page, columns, pages
            0x01, 0x03, 0x07, 0x0F, 0x1F, 0x1F, 0x1F, 0x1F, 0x1F, 0x1F, 0x1F, 0x1F, 0x0F, 0x07, 0x03, 0x01,
            13, 0, 5, 3, // segment b: first column, first page, columns, pages
            0xE0, 0xF0, 0xF8, 0xFC, 0xFE,
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x0F, 0x1F, 0x3F, 0x7F, 0x7F,
            13, 3, 5, 3, // segment c: first column, first page, columns, pages
            0xF0, 0xF8, 0xFC, 0xFE, 0xFE,
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x07, 0x0F, 0x1F, 0x3F, 0x7F,
            1, 5, 16, 1, // segment d: first column, first page, columns, pages
            0x80, 0xC0, 0xE0, 0xF0, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF0, 0xE0, 0xC0, 0x80,
            0, 3, 5, 3, // segment e: first column, first page, columns, pages
            0xFE, 0xFE, 0xFC, 0xF8, 0xF0,
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x7F, 0x3F, 0x1F, 0x0F, 0x07,
            0, 0, 5, 3, // segment f: first column, first page, columns, pages
            0xFE, 0xFC, 0xF8, 0xF0, 0xE0,
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x7F, 0x7F, 0x3F, 0x1F, 0x0F,
            3, 2, 12, 2, // segment g: first column, first page, columns, pages
            0x80, 0xC0, 0xE0, 0xE0, 0xE0, 0xE0, 0xE0, 0xE0, 0xE0, 0xE0, 0xC0, 0x80,
            0x01, 0x03, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07, 0x03, 0x01,
        };

        private static readonly byte[] Narrow = new byte[]
        {
            1, 0, 11, 1, // segment a: first column, first page, columns, pages
            0x01, 0x03, 0x07, 0x0F, 0x0F, 0x0F, 0x0F, 0x0F, 0x07, 0x03, 0x01,
            9, 0, 4, 3, // segment b: first column, first page, columns, pages
            0xF0, 0xF8, 0xFC, 0xFE,
            0xFF, 0xFF, 0xFF, 0xFF,
            0x1F, 0x3F, 0x7F, 0x7F,
            9, 3, 4, 3, // segment c: first column, first page, columns, pages
            0xF8, 0xFC, 0xFE, 0xFE,
            0xFF, 0xFF, 0xFF, 0xFF,
            0x0F, 0x1F, 0x3F, 0x7F,
            1, 5, 11, 1, // segment d: first column, first page, columns, pages
            0x80, 0xC0, 0xE0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xE0, 0xC0, 0x80,
            0, 3, 4, 3, // segment e: first column, first page, columns, pages
            0xFE, 0xFE, 0xFC, 0xF8,
            0xFF, 0xFF, 0xFF, 0xFF,
            0x7F, 0x3F, 0x1F, 0x0F,
            0, 0, 4, 3, // segment f: first column, first page, columns, pages
            0xFE, 0xFC, 0xF8, 0xF0,
            0xFF, 0xFF, 0xFF, 0xFF,
            0x7F, 0x7F, 0x3F, 0x1F,
            3, 2, 7, 2, // segment g: first column, first page, columns, pages
            0x80, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0x80,
            0x01, 0x03, 0x03, 0x03, 0x03, 0x03, 0x01,
        };

        /// <summary>Draws a digit into a bitmap.</summary>
        /// <param name="digit">0 to 9.</param>
        /// <param name="columns"><see cref="WideColumns"/> or <see cref="NarrowColumns"/>.</param>
        /// <param name="bitmap">columns × 6 bytes; overwritten.</param>
        public static void Compose(int digit, int columns, byte[] bitmap)
        {
            Array.Clear(bitmap, 0, bitmap.Length);
            byte[] table = columns == WideColumns ? Wide : Narrow;
            int lit = SegmentsOfDigit[digit];
            int at = 0;
            for (int segment = 0; segment < Segments; segment++)
            {
                int x = table[at];
                int page = table[at + 1];
                int width = table[at + 2];
                int pages = table[at + 3];
                at += 4;
                if ((lit & (1 << segment)) == 0)
                {
                    at += width * pages;
                    continue;
                }

                for (int row = page; row < page + pages; row++)
                {
                    int target = (row * columns) + x;
                    for (int i = 0; i < width; i++)
                    {
                        bitmap[target + i] |= table[at++];
                    }
                }
            }
        }
    }
}
