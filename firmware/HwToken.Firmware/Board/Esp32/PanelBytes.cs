namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>What is sent to an SSD1306 (data sheet 1.5, sections 8.1.5.2 and 9) with a glass of 128 x 64.</summary>
    internal static class PanelBytes
    {
        /// <summary>Control byte: data for the RAM follow.</summary>
        public const byte Data = 0x40;

        /// <summary>Does nothing; the panel acknowledges it.</summary>
        public static byte[] Nop()
        {
            return new byte[] { 0x00, 0xE3 };
        }

        /// <summary>Lights what stands in the RAM.</summary>
        public static byte[] On()
        {
            return new byte[] { 0x00, 0xAF };
        }

        /// <summary>Switches the panel off; the RAM stays.</summary>
        public static byte[] Off()
        {
            return new byte[] { 0x00, 0xAE };
        }

        /// <summary>The next 1024 data bytes are a whole frame, page after page.</summary>
        public static byte[] WholeFrame()
        {
            return new byte[]
            {
                0x00, // commands follow
                0x20, 0x00, // horizontal addressing
                0x21, 0x00, 0x7F, // all columns
                0x22, 0x00, 0x07, // all pages
            };
        }

        /// <summary>
        /// All that a panel must be told after power-on. Unlike the table of nanoFramework's package it leaves the panel off, sets the
        /// contrast, and ends with the window of a whole frame.
        /// </summary>
        /// <param name="contrast">0 to 255.</param>
        public static byte[] StartUp(byte contrast)
        {
            return new byte[]
            {
                0x00, // commands follow
                0xAE, // panel off
                0xD5, 0x80, // clock divider and oscillator
                0xA8, 0x3F, // 64 rows
                0xD3, 0x00, // no vertical offset
                0x40, // start line 0
                0x8D, 0x14, // charge pump on
                0xA1, // column 127 to segment 0
                0xC8, // scan from the last COM
                0xDA, 0x12, // wiring of the COM lines
                0x81, contrast,
                0xD9, 0xF1, // pre-charge period
                0xDB, 0x40, // deselect level
                0xA4, // show the RAM
                0xA6, // ones are lit
                0x20, 0x00, // horizontal addressing
                0x21, 0x00, 0x7F, // all columns
                0x22, 0x00, 0x07, // all pages
            };
        }
    }
}
