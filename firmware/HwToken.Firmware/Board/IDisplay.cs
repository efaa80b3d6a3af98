namespace HwToken.Firmware.Board
{
    /// <summary>A 128 x 64 OLED, drawn in whole pages of 8 rows. The picture stays while the chip sleeps.</summary>
    public interface IDisplay
    {
        /// <summary>Asks the panel for an answer on the bus. A transfer of two bytes: before a code is made, and in self-tests.</summary>
        bool IsPresent();

        /// <summary>Begins an empty frame.</summary>
        void Begin();

        /// <summary>Copies a bitmap into the frame.</summary>
        /// <param name="x">First column, 0 to 127.</param>
        /// <param name="page">First page, 0 to 7.</param>
        /// <param name="width">Columns.</param>
        /// <param name="pages">Pages.</param>
        /// <param name="bitmap">width × pages bytes, page after page; one byte is 8 rows, top row in the lowest bit.</param>
        void Draw(int x, int page, int width, int pages, byte[] bitmap);

        /// <summary>Sends the frame to the panel, which is on afterwards; before, it shows nothing but a former frame of this wake.</summary>
        void Show();

        /// <summary>Clears the panel's RAM, then switches the panel off: no stale code can flash up at the next wake.</summary>
        void Dark();
    }
}
