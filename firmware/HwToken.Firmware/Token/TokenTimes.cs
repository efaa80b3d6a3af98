namespace HwToken.Firmware.Token
{
    /// <summary>Every duration of the wake table, in one place. Those that the host side knows too are <see cref="Core.Rules.HoldOff"/> and <see cref="Core.Line.LineWindow"/>.</summary>
    public static class TokenTimes
    {
        /// <summary>A press this long asks for the information screen.</summary>
        public const int HoldForInformationMilliseconds = 2000;

        /// <summary>A press this long opens service mode.</summary>
        public const int HoldForServiceMilliseconds = 10000;

        /// <summary>How long the information screen stays.</summary>
        public const int InformationSeconds = 10;

        /// <summary>How long a "wait" or error screen stays.</summary>
        public const int MessageSeconds = 10;

        /// <summary>How long a passed self-test stays.</summary>
        public const int SelfTestSeconds = 3;

        /// <summary>How often button and line are looked at while awake.</summary>
        public const int PollMilliseconds = 10;

        /// <summary>A release counts when the button is still up after this time (contacts bounce for some ms).</summary>
        public const int ReleaseMilliseconds = 30;
    }
}
