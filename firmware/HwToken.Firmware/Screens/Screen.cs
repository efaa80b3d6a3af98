namespace HwToken.Firmware.Screens
{
    /// <summary>What a person is to see: which screen and its numbers. Holds no secret and draws nothing itself.</summary>
    public sealed class Screen
    {
        private Screen(ScreenKind kind, uint number, int digits, int left, int period)
        {
            Kind = kind;
            Number = number;
            Digits = digits;
            Left = left;
            Period = period;
        }

        /// <summary>Which screen.</summary>
        public ScreenKind Kind { get; }

        /// <summary>The code, the seconds to wait, the <see cref="TokenError"/>, or the refused line of a file.</summary>
        public uint Number { get; }

        /// <summary>Digits of the code; of a refused file the number of the line's error.</summary>
        public int Digits { get; }

        /// <summary>Seconds left of the time step; 0 for HOTP.</summary>
        public int Left { get; }

        /// <summary>Length of the time step in seconds; 0 for HOTP.</summary>
        public int Period { get; }

        /// <summary>A security code.</summary>
        /// <param name="code">The code as a number.</param>
        /// <param name="digits">6 to 8.</param>
        /// <param name="left">Seconds left of the time step; 0: draw no bar.</param>
        /// <param name="period">Length of the time step in seconds; 0: draw no bar.</param>
        public static Screen Code(uint code, int digits, int left, int period)
        {
            return new Screen(ScreenKind.Code, code, digits, left, period);
        }

        /// <summary>"Wait n s".</summary>
        public static Screen Wait(int seconds)
        {
            return new Screen(ScreenKind.Wait, (uint)seconds, 0, 0, 0);
        }

        /// <summary>An error in plain words.</summary>
        public static Screen Error(TokenError error)
        {
            return new Screen(ScreenKind.Error, (uint)error, 0, 0, 0);
        }

        /// <summary>A provisioning file was refused.</summary>
        /// <param name="line">Number of the line, from 1; 0: the file as a whole.</param>
        /// <param name="error">Number of the <see cref="Core.Line.LineError"/>.</param>
        public static Screen FileRefused(int line, int error)
        {
            return new Screen(ScreenKind.FileRefused, (uint)line, error, 0, 0);
        }

        /// <summary>A screen without numbers.</summary>
        public static Screen Plain(ScreenKind kind)
        {
            return new Screen(kind, 0, 0, 0, 0);
        }
    }
}
