namespace HwToken.Core.Text
{
    /// <summary>Strict decimal numbers: digits only, no sign, no space, no exception.</summary>
    public static class Number
    {
        /// <summary>Reads an unsigned 64-bit number.</summary>
        /// <param name="text">1 to 20 digits.</param>
        /// <param name="value">The number, or 0.</param>
        /// <returns>False when anything but such a number stands there.</returns>
        public static bool TryParse(string text, out ulong value)
        {
            value = 0;
            if (text == null || text.Length == 0 || text.Length > 20)
            {
                return false;
            }

            ulong read = 0;
            foreach (char c in text.ToCharArray())
            {
                if (c < '0' || c > '9')
                {
                    return false;
                }

                ulong digit = (ulong)(c - '0');
                if (read > (ulong.MaxValue - digit) / 10)
                {
                    return false;
                }

                read = (read * 10) + digit;
            }

            value = read;
            return true;
        }

        /// <summary>Reads a number from 0 to <paramref name="max"/>.</summary>
        /// <returns>False when anything else stands there.</returns>
        public static bool TryParse(string text, int max, out int value)
        {
            ulong read;
            bool ok = TryParse(text, out read) && read <= (ulong)max;
            value = ok ? (int)read : 0;
            return ok;
        }
    }
}
