namespace HwToken.Core.Otp
{
    /// <summary>A security code as people read it: leading zeros always shown.</summary>
    public static class OtpCode
    {
        /// <summary>Writes <paramref name="code"/> with leading zeros.</summary>
        /// <param name="code">0 to 10^digits - 1.</param>
        /// <param name="digits">6 to 8.</param>
        public static string Format(uint code, int digits)
        {
            char[] text = new char[digits];
            for (int i = digits - 1; i >= 0; i--)
            {
                text[i] = (char)('0' + (int)(code % 10));
                code /= 10;
            }

            return new string(text);
        }
    }
}
