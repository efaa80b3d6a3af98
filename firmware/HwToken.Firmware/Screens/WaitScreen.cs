using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>"Wait n s": this time step has had its code.</summary>
    public static class WaitScreen
    {
        /// <summary>Draws into the frame.</summary>
        public static void Draw(IDisplay display, int seconds)
        {
            TextLine.Draw(display, 0, "PLEASE WAIT", TextSize.Tall);
            TextLine.Draw(display, 3, seconds.ToString() + " S", TextSize.Large);
            TextLine.Draw(display, 6, "THEN PRESS AGAIN", TextSize.Small);
            TextLine.Draw(display, 7, "FOR A NEW CODE", TextSize.Small);
        }
    }
}
