namespace HwToken.Core
{
    /// <summary>CRC-32 (IEEE 802.3, reflected, polynomial EDB88320): guards records and lines against damage, not against people.</summary>
    public static class Crc32
    {
        private const uint Polynomial = 0xEDB88320;

        /// <summary>CRC of <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
        /// <remarks>Bit by bit: a table would cost 1 KB of heap and of start-up time for 200 bytes a wake.</remarks>
        public static uint Compute(byte[] bytes, int offset, int count)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = offset; i < offset + count; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
                }
            }

            return crc ^ 0xFFFFFFFF;
        }
    }
}
