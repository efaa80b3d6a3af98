using HwToken.Core.Line;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>A provisioning file was refused: which line, and why as on the line.</summary>
    public static class FileRefusedScreen
    {
        /// <summary>Draws into the frame.</summary>
        /// <param name="display">Where to.</param>
        /// <param name="line">Number of the line, from 1; 0: the file as a whole.</param>
        /// <param name="error">Number of the <see cref="Core.Line.LineError"/>.</param>
        public static void Draw(IDisplay display, int line, int error)
        {
            TextLine.Draw(display, 0, "E" + ((int)TokenError.FileRefused).ToString(), TextSize.Large);
            TextLine.Draw(display, 2, "FILE REFUSED", TextSize.Tall);
            TextLine.Draw(display, 4, "LINE " + line.ToString() + "   ERR " + error.ToString(), TextSize.Small);
            bool isEncoding = error == (int)LineError.Encoding;
            TextLine.Draw(display, 5, isEncoding ? "UTF-16 OR BOM:" : "NOTHING WAS STORED.", TextSize.Small);
            TextLine.Draw(display, 6, isEncoding ? "SAVE IT AS ASCII." : "CORRECT AND SEND ANEW", TextSize.Small);
            TextLine.Draw(display, 7, "LINE OPEN 10 MIN", TextSize.Small);
        }
    }
}
