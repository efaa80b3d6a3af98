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

            bool isHigh = size != TextSize.Small;
            byte[] bitmap = new byte[isHigh ? 2 * columns : columns];
            for (int i = 0; i < count; i++)
            {
                for (int column = 0; column < Font.GlyphColumns; column++)
                {
                    int bits = Font.Column(characters[i], column);
                    int x = ((i * CellColumns) + column) * scale;
                    for (int copy = 0; copy < scale; copy++)
                    {
                        bitmap[x + copy] = isHigh ? DoubledNibble[bits & 15] : (byte)bits;
                        if (isHigh)
                        {
                            bitmap[columns + x + copy] = DoubledNibble[bits >> 4];
                        }
                    }
                }
            }

            display.Draw((PanelColumns - columns) / 2, page, columns, isHigh ? 2 : 1, bitmap);
        }
    }
}
