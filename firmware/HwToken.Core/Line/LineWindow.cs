namespace HwToken.Core.Line
{
    /// <summary>How long a token listens on the provisioning line. Host texts name these times too.</summary>
    public static class LineWindow
    {
        /// <summary>A blank token after power-on, in seconds.</summary>
        public const int BlankSeconds = 600;

        /// <summary>Service mode, in seconds.</summary>
        public const int ServiceSeconds = 300;
    }
}
