using HwToken.Core.Records;
using HwToken.Firmware.Screens;

namespace HwToken.Firmware.Token
{
    /// <summary>What the machine decides: store this (first), show that, then sleep or open the line.</summary>
    public sealed class TokenStep
    {
        private TokenStep(OtpState newState, Screen screen, int screenSeconds, int lineSeconds)
        {
            NewState = newState;
            Screen = screen;
            ScreenSeconds = screenSeconds;
            LineSeconds = lineSeconds;
        }

        /// <summary>The state that must be durable before the screen is drawn; null: nothing changes.</summary>
        public OtpState NewState { get; }

        /// <summary>What to show.</summary>
        public Screen Screen { get; }

        /// <summary>When the panel goes dark, in seconds from the event; 0: it is dark already or the line decides.</summary>
        public int ScreenSeconds { get; }

        /// <summary>How long the provisioning line is open, in seconds; 0: it stays closed.</summary>
        public int LineSeconds { get; }

        /// <summary>Show, then sleep.</summary>
        public static TokenStep Show(OtpState newState, Screen screen, int screenSeconds)
        {
            return new TokenStep(newState, screen, screenSeconds, 0);
        }

        /// <summary>Show an error, then sleep.</summary>
        public static TokenStep Fail(TokenError error)
        {
            return Show(null, Screen.Error(error), TokenTimes.MessageSeconds);
        }

        /// <summary>Show and open the line.</summary>
        public static TokenStep OpenLine(ScreenKind screen, int lineSeconds)
        {
            return new TokenStep(null, Screen.Plain(screen), 0, lineSeconds);
        }
    }
}
