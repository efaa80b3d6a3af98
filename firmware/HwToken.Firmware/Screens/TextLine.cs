using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>Draws a centred line of text. Large sizes double bits with a table, never pixel by pixel.</summary>
    public static class TextLine
    {
        /// <summary>Columns of the panel.</summary>
        public const int PanelColumns = 128;

        private const int CellColumns = Font.GlyphColumns + 1;

        /// <summary>Each of the 16 nibbles with every bit doubled.</summary>
        private static readonly byte[] DoubledNibble = new byte[]
        {
            0x00, 0x03, 0x0C, 0x0F, 0x30, 0x33, 0x3C, 0x3F, 0xC0, 0xC3, 0xCC, 0xCF, 0xF0, 0xF3, 0xFC, 0xFF,
        };

        /// <summary>Draws <paramref name="text"/> in the middle of the panel.</summary>
        /// <param name="display">Where to.</param>
        /// <param name="page">First page.</param>
        /// <param name="text">What does not fit on the line is left out.</param>
        /// <param name="size">Size of the characters.</param>
        public static void Draw(IDisplay display, int page, string text, TextSize size)
        {
            char[] characters = text.ToCharArray();
            int scale = size == TextSize.Large ? 2 : 1;
            int most = PanelColumns / (CellColumns * scale);
            int count = characters.Length < most ? characters.Length : most;
            int columns = ((count * CellColumns) - 1) * scale;
            if (count == 0)
            {
                return;
            }

            byte[] row = new byte[(count * CellColumns) - 1];
            for (int i = 0; i < count; i++)
            {
                Font.Copy(characters[i], row, i * CellColumns);
            }

            bool isHigh = size != TextSize.Small;
            byte[] bitmap = isHigh ? Doubled(row, scale) : row;
            display.Draw((PanelColumns - columns) / 2, page, columns, isHigh ? 2 : 1, bitmap);
        }

        /// <summary>Twice as high, and as wide as the scale says. Gaps between characters are skipped: they stay dark.</summary>
        private static byte[] Doubled(byte[] row, int scale)
        {
            byte[] doubled = DoubledNibble;
            int columns = row.Length * scale;
            byte[] bitmap = new byte[2 * columns];
            for (int x = 0; x < row.Length; x++)
            {
                int bits = row[x];
                if (bits == 0)
                {
                    continue;
                }

                int to = x * scale;
                byte upper = doubled[bits & 15];
                byte lower = doubled[bits >> 4];
                bitmap[to] = upper;
                bitmap[columns + to] = lower;
                if (scale == 2)
                {
                    bitmap[to + 1] = upper;
                    bitmap[columns + to + 1] = lower;
                }
            }

            return bitmap;
        }
    }
}
