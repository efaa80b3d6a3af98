using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>The security code in two groups, and for TOTP a bar for what is left of the time step at drawing time.</summary>
    public static class CodeScreen
    {
        private const int DigitGap = 2;
        private const int GroupGap = 10;
        private const int RequestPage = 6;
        private const int BarPage = 7;
        private const byte BarFull = 0x7C;
        private const byte BarEmpty = 0x10;

        /// <summary>Draws into the frame.</summary>
        /// <param name="display">Where to.</param>
        /// <param name="screen">The code.</param>
        /// <param name="supply">The battery, or null: a low one asks for a charge or for new cells, below the code.</param>
        public static void Draw(IDisplay display, Screen screen, SupplyReading supply)
        {
            if (supply != null && supply.IsLow)
            {
                TextLine.Draw(display, RequestPage, supply.Request, TextSize.Small);
            }

            int digits = screen.Digits;
            int columns = digits == 6 ? DigitGlyphs.WideColumns : DigitGlyphs.NarrowColumns;
            int firstGroup = digits / 2;
            int width = (digits * (columns + DigitGap)) - DigitGap + GroupGap;
            int x = ((TextLine.PanelColumns - width) / 2) + width - columns;
            uint rest = screen.SecurityCode;

            // From the last digit to the first: that is the order in which division yields them.
            for (int position = digits - 1; position >= 0; position--)
            {
                display.Draw(x, 0, columns, DigitGlyphs.Pages, DigitGlyphs.Of((int)(rest % 10), columns));
                rest /= 10;
                x -= columns + DigitGap + (position == firstGroup ? GroupGap : 0);
            }

            if (screen.Period > 0)
            {
                DrawBar(display, screen.Left, screen.Period);
            }
        }

        private static void DrawBar(IDisplay display, int left, int period)
        {
            byte[] bar = new byte[TextLine.PanelColumns];
            int full = bar.Length * left / period;
            for (int i = 0; i < bar.Length; i++)
            {
                bar[i] = i < full ? BarFull : BarEmpty;
            }

            display.Draw(0, BarPage, bar.Length, 1, bar);
        }
    }
}
