namespace HwToken.Core.Text
{
    /// <summary>Bytes as hexadecimal digits: upper case out, either case in.</summary>
    public static class Hex
    {
        private const string Digits = "0123456789ABCDEF";

        /// <summary>Two digits a byte.</summary>
        public static string Encode(byte[] bytes)
        {
            char[] text = new char[2 * bytes.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                text[2 * i] = Digits[bytes[i] >> 4];
                text[(2 * i) + 1] = Digits[bytes[i] & 15];
            }

            return new string(text);
        }

        /// <summary>Eight digits, most significant first.</summary>
        public static string Encode(uint value)
        {
            byte[] bytes = new byte[4];
            Otp.BigEndian.WriteUInt32(bytes, 0, value);
            return Encode(bytes);
        }

        /// <summary>Reads pairs of digits.</summary>
        /// <param name="text">An even number of digits.</param>
        /// <param name="bytes">The bytes, or null.</param>
        /// <returns>False when anything but pairs of digits stands there.</returns>
        public static bool TryDecode(string text, out byte[] bytes)
        {
            bytes = null;
            if (text == null || (text.Length & 1) != 0)
            {
                return false;
            }

            char[] digits = text.ToCharArray();
            byte[] read = new byte[digits.Length / 2];
            for (int i = 0; i < read.Length; i++)
            {
                int high = Value(digits[2 * i]);
                int low = Value(digits[(2 * i) + 1]);
                if (high < 0 || low < 0)
                {
                    return false;
                }

                read[i] = (byte)((high << 4) | low);
            }

            bytes = read;
            return true;
        }

        /// <summary>The value of one digit, or -1.</summary>
        public static int Value(int digit)
        {
            if (digit >= '0' && digit <= '9')
            {
                return digit - '0';
            }

            int lower = digit | 0x20;
            return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
        }
    }
}
