using HwToken.Core;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Screens
{
    /// <summary>The screens while the provisioning line is open.</summary>
    public static class LineScreen
    {
        /// <summary>Blank token.</summary>
        public static void DrawNoKey(IDisplay display)
        {
            TextLine.Draw(display, 0, "NO KEY", TextSize.Large);
            TextLine.Draw(display, 3, "THIS TOKEN IS BLANK.", TextSize.Small);
            TextLine.Draw(display, 4, "ASK WHO GAVE IT", TextSize.Small);
            TextLine.Draw(display, 5, "TO YOU.", TextSize.Small);
            TextLine.Draw(display, 7, "E1   LINE OPEN 10 MIN", TextSize.Small);
        }

        /// <summary>Locked token in service mode.</summary>
        public static void DrawService(IDisplay display, string id)
        {
            TextLine.Draw(display, 0, "SERVICE", TextSize.Large);
            TextLine.Draw(display, 3, CredentialId.Group(id), TextSize.Tall);
            TextLine.Draw(display, 6, "LINE OPEN 5 MIN", TextSize.Small);
            TextLine.Draw(display, 7, "PRESS TO LEAVE", TextSize.Small);
        }
    }
}
