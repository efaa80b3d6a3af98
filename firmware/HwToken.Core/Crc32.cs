namespace HwToken.Core
{
    /// <summary>CRC-32 (IEEE 802.3, reflected, polynomial EDB88320): guards records and lines against damage, not against people.</summary>
    public static class Crc32
    {
        /// <summary>CRC of <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
        public static uint Compute(byte[] bytes, int offset, int count)
        {
            // What four bits of zero make of each low nibble. Made anew: 84 bytes for as long as it takes, where a table of 256 words would
            // stand in the heap of every wake with a kilobyte. Bit by bit the records of a wake were half of its instructions.
            uint[] table = new uint[]
            {
                0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
            };
            uint crc = 0xFFFFFFFF;
            int end = offset + count;
            for (int i = offset; i < end; i++)
            {
                crc ^= bytes[i];
                crc = (crc >> 4) ^ table[crc & 15];
                crc = (crc >> 4) ^ table[crc & 15];
            }

            return crc ^ 0xFFFFFFFF;
        }
    }
}
