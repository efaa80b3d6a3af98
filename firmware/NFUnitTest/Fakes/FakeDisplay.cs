using System;
using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>A panel of 128 x 64. Codes are read from the lit pixels, never from the program that drew them.</summary>
    public sealed class FakeDisplay : IDisplay
    {
        private const int Columns = 128;
        private const int Pages = 8;
        private const int GroupGap = 8;

        /// <summary>What the panel shows.</summary>
        public readonly byte[] Panel = new byte[Columns * Pages];

        /// <summary>False: nothing answers on the bus.</summary>
        public bool IsConnected = true;

        /// <summary>True after a frame, false after going dark.</summary>
        public bool IsOn;

        /// <summary>Frames sent since the board was made.</summary>
        public int Frames;

        /// <summary>Watched while frames are sent: what was durable when people could see the frame?</summary>
        public FakeStore Store;

        /// <summary>Flash operations before the last frame was sent.</summary>
        public int OperationsAtFrame;

        private static readonly int[] DigitOfSegments = new int[]
        {
            0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F,
        };

        private readonly byte[] _frame = new byte[Columns * Pages];

        public bool IsPresent()
        {
            return IsConnected;
        }

        public void Begin()
        {
            Array.Clear(_frame, 0, _frame.Length);
        }

        public void Draw(int x, int page, int width, int pages, byte[] bitmap)
        {
            if (x < 0 || page < 0 || width < 1 || pages < 1 || x + width > Columns || page + pages > Pages || bitmap.Length != width * pages)
            {
                throw new ArgumentException("A bitmap does not fit on the panel.");
            }

            for (int row = 0; row < pages; row++)
            {
                Array.Copy(bitmap, row * width, _frame, ((page + row) * Columns) + x, width);
            }
        }

        public void Show()
        {
            Array.Copy(_frame, Panel, _frame.Length);
            IsOn = true;
            Frames++;
            OperationsAtFrame = Store == null ? 0 : Store.Operations;
        }

        public void Dark()
        {
            Array.Clear(Panel, 0, Panel.Length);
            IsOn = false;
        }

        /// <summary>True when a pixel is lit.</summary>
        public bool IsLit(int x, int y)
        {
            return IsOn && (Panel[((y / 8) * Columns) + x] & (1 << (y % 8))) != 0;
        }

        /// <summary>Lit pixels in a page.</summary>
        public int LitInPage(int page)
        {
            int lit = 0;
            for (int x = 0; x < Columns; x++)
            {
                for (int y = page * 8; y < (page + 1) * 8; y++)
                {
                    lit += IsLit(x, y) ? 1 : 0;
                }
            }

            return lit;
        }

        /// <summary>Reads the big digits; empty when the panel shows none.</summary>
        /// <param name="digits">6 to 8.</param>
        public string ReadCode(int digits)
        {
            int columns = digits == 6 ? 18 : 13;
            int pitch = columns + 2;
            int width = (digits * pitch) - 2 + GroupGap + 2;
            int left = (Columns - width) / 2;
            char[] text = new char[digits];
            for (int i = 0; i < digits; i++)
            {
                int x = left + (i * pitch) + (i >= digits / 2 ? GroupGap + 2 : 0);
                int digit = ReadDigit(x, columns);
                if (digit < 0)
                {
                    return string.Empty;
                }

                text[i] = (char)('0' + digit);
            }

            return new string(text);
        }

        private int ReadDigit(int x, int columns)
        {
            int middle = x + (columns / 2);
            int right = x + columns - 2;
            int segments = (IsLit(middle, 2) ? 1 : 0) | (IsLit(right, 12) ? 2 : 0) | (IsLit(right, 36) ? 4 : 0) | (IsLit(middle, 45) ? 8 : 0)
                | (IsLit(x + 1, 36) ? 16 : 0) | (IsLit(x + 1, 12) ? 32 : 0) | (IsLit(middle, 24) ? 64 : 0);
            for (int digit = 0; digit < DigitOfSegments.Length; digit++)
            {
                if (DigitOfSegments[digit] == segments)
                {
                    return digit;
                }
            }

            return -1;
        }
    }
}
