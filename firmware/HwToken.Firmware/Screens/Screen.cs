namespace HwToken.Firmware.Screens
{
    /// <summary>What a person is to see: which screen and its numbers. Holds no secret and draws nothing itself.</summary>
    public sealed class Screen
    {
        private readonly uint _value;
        private readonly int _detail;

        private Screen(ScreenKind kind, uint value, int detail, int left, int period)
        {
            Kind = kind;
            _value = value;
            _detail = detail;
            Left = left;
            Period = period;
        }

        /// <summary>Which screen.</summary>
        public ScreenKind Kind { get; }

        /// <summary>The code as a number; 0 on other screens.</summary>
        public uint SecurityCode
        {
            get { return ValueOf(ScreenKind.Code); }
        }

        /// <summary>Digits of the code, 6 to 8; 0 on other screens.</summary>
        public int Digits
        {
            get { return Kind == ScreenKind.Code ? _detail : 0; }
        }

        /// <summary>How long to wait for the next code; 0 on other screens.</summary>
        public int WaitSeconds
        {
            get { return (int)ValueOf(ScreenKind.Wait); }
        }

        /// <summary>The error that is told; 0 on other screens.</summary>
        public TokenError Fault
        {
            get { return (TokenError)ValueOf(ScreenKind.Error); }
        }

        /// <summary>Line of the provisioning file that was refused, from 1; 0: the file as a whole, or another screen.</summary>
        public int RefusedLine
        {
            get { return (int)ValueOf(ScreenKind.FileRefused); }
        }

        /// <summary>Number of the <see cref="Core.Line.LineError"/> that the file was refused for; 0 on other screens.</summary>
        public int RefusedFor
        {
            get { return Kind == ScreenKind.FileRefused ? _detail : 0; }
        }

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

        private uint ValueOf(ScreenKind kind)
        {
            return Kind == kind ? _value : 0;
        }
    }
}
