namespace HwToken.Core.Records
{
    /// <summary>Little-endian numbers in records, as the ESP32 itself lays them out.</summary>
    public static class LittleEndian
    {
        /// <summary>Reads 2 bytes.</summary>
        public static int ReadUInt16(byte[] bytes, int offset)
        {
            return bytes[offset] | (bytes[offset + 1] << 8);
        }

        /// <summary>Reads 4 bytes.</summary>
        public static uint ReadUInt32(byte[] bytes, int offset)
        {
            return bytes[offset] | ((uint)bytes[offset + 1] << 8) | ((uint)bytes[offset + 2] << 16) | ((uint)bytes[offset + 3] << 24);
        }

        /// <summary>Reads 8 bytes.</summary>
        public static ulong ReadUInt64(byte[] bytes, int offset)
        {
            return ReadUInt32(bytes, offset) | ((ulong)ReadUInt32(bytes, offset + 4) << 32);
        }

        /// <summary>Writes 2 bytes.</summary>
        public static void WriteUInt16(byte[] bytes, int offset, int value)
        {
            bytes[offset] = (byte)value;
            bytes[offset + 1] = (byte)(value >> 8);
        }

        /// <summary>Writes 4 bytes.</summary>
        public static void WriteUInt32(byte[] bytes, int offset, uint value)
        {
            bytes[offset] = (byte)value;
            bytes[offset + 1] = (byte)(value >> 8);
            bytes[offset + 2] = (byte)(value >> 16);
            bytes[offset + 3] = (byte)(value >> 24);
        }

        /// <summary>Writes 8 bytes.</summary>
        public static void WriteUInt64(byte[] bytes, int offset, ulong value)
        {
            WriteUInt32(bytes, offset, (uint)value);
            WriteUInt32(bytes, offset + 4, (uint)(value >> 32));
        }
    }
}
