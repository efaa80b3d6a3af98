using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>One screen per error: a short code to tell the service desk, plain words, what to do.</summary>
    public static class ErrorScreen
    {
        /// <summary>Draws into the frame.</summary>
        /// <param name="display">Where to.</param>
        /// <param name="error">What is wrong.</param>
        /// <param name="supply">The battery, or null: an empty one says what it needs.</param>
        public static void Draw(IDisplay display, TokenError error, SupplyReading supply)
        {
            if (error == TokenError.BatteryEmpty)
            {
                DrawEmpty(display, supply != null && supply.HasCells);
                return;
            }

            TextLine.Draw(display, 0, "E" + ((int)error).ToString(), TextSize.Large);
            switch (error)
            {
                case TokenError.NoKey:
                    Words(display, "NO KEY", "THIS TOKEN IS BLANK.", "ASK WHO GAVE IT", "TO YOU.");
                    break;
                case TokenError.StoreFailed:
                    Words(display, "NOT SAVED", "NO CODE WAS MADE.", "PRESS AGAIN. IF THIS", "STAYS, RETURN TOKEN.");
                    break;
                case TokenError.StateLost:
                    Words(display, "COUNTER LOST", "NO SAFE CODE LEFT.", "RETURN THIS TOKEN", "TO YOUR SERVICE DESK.");
                    break;
                case TokenError.ClockStopped:
                    Words(display, "CLOCK STOPPED", "THE TIME MUST BE SET.", "TAKE THIS TOKEN", "TO YOUR SERVICE DESK.");
                    break;
                case TokenError.ClockBehind:
                    Words(display, "CLOCK BEHIND", "THE TIME IS WRONG.", "TAKE THIS TOKEN", "TO YOUR SERVICE DESK.");
                    break;
                case TokenError.SelfTestFailed:
                    Words(display, "SELF-TEST FAILED", "DO NOT USE IT.", "RETURN THIS TOKEN", "TO YOUR SERVICE DESK.");
                    break;
                case TokenError.CounterEnded:
                    Words(display, "COUNTER ENDED", "NO CODE IS LEFT.", "RETURN THIS TOKEN", "TO YOUR SERVICE DESK.");
                    break;
                default:
                    Words(display, "INTERNAL FAULT", "NO CODE WAS MADE.", "PRESS AGAIN. IF THIS", "STAYS, RETURN TOKEN.");
                    break;
            }
        }

        /// <summary>The one error that everybody can mend: what to do stands first.</summary>
        private static void DrawEmpty(IDisplay display, bool hasCells)
        {
            TextLine.Draw(display, 0, hasCells ? "NEW CELLS" : "CHARGE", TextSize.Large);
            TextLine.Draw(display, 2, "BATTERY EMPTY", TextSize.Tall);
            TextLine.Draw(display, 4, "NO CODE WAS MADE.", TextSize.Small);
            TextLine.Draw(display, 5, hasCells ? "PUT IN NEW CELLS." : "CHARGE THE TOKEN.", TextSize.Small);
            TextLine.Draw(display, 6, "NOTHING IS LOST.", TextSize.Small);
            TextLine.Draw(display, 7, "E" + ((int)TokenError.BatteryEmpty).ToString(), TextSize.Small);
        }

        private static void Words(IDisplay display, string title, string first, string second, string third)
        {
            TextLine.Draw(display, 2, title, TextSize.Tall);
            TextLine.Draw(display, 5, first, TextSize.Small);
            TextLine.Draw(display, 6, second, TextSize.Small);
            TextLine.Draw(display, 7, third, TextSize.Small);
        }
    }
}
