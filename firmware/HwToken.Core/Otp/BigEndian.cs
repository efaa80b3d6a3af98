namespace HwToken.Core.Otp
{
    /// <summary>Big-endian words in byte arrays, as SHA-1 and RFC 4226 lay them out.</summary>
    public static class BigEndian
    {
        /// <summary>Reads 4 bytes at <paramref name="offset"/>.</summary>
        public static uint ReadUInt32(byte[] bytes, int offset)
        {
            return ((uint)bytes[offset] << 24) | ((uint)bytes[offset + 1] << 16) | ((uint)bytes[offset + 2] << 8) | bytes[offset + 3];
        }

        /// <summary>Writes 4 bytes at <paramref name="offset"/>.</summary>
        public static void WriteUInt32(byte[] bytes, int offset, uint value)
        {
            bytes[offset] = (byte)(value >> 24);
            bytes[offset + 1] = (byte)(value >> 16);
            bytes[offset + 2] = (byte)(value >> 8);
            bytes[offset + 3] = (byte)value;
        }

        /// <summary>Writes 8 bytes at <paramref name="offset"/>.</summary>
        public static void WriteUInt64(byte[] bytes, int offset, ulong value)
        {
            WriteUInt32(bytes, offset, (uint)(value >> 32));
            WriteUInt32(bytes, offset + 4, (uint)value);
        }
    }
}
