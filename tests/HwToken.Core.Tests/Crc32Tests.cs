using System.Text;

namespace HwToken.Core.Tests;

public sealed class Crc32Tests
{
    [Fact]
    public void It_agrees_with_a_table_driven_crc()
    {
        uint[] table = Table();
        Seeded.Check(Any.Bytes(0, 300), bytes =>
        {
            uint expected = uint.MaxValue;
            foreach (byte value in bytes)
            {
                expected = table[(expected ^ value) & 0xFF] ^ (expected >> 8);
            }

            Assert.Equal(~expected, Crc32.Compute(bytes, 0, bytes.Length));
        });
    }

    // The polynomial in normal form, reflected here by hand, so that a wrong constant in Core is not repeated.
    private static uint[] Table()
    {
        uint polynomial = 0;
        for (int bit = 0; bit < 32; bit++)
        {
            polynomial |= ((0x04C11DB7u >> bit) & 1) << (31 - bit);
        }

        uint[] table = new uint[256];
        for (uint index = 0; index < 256; index++)
        {
            uint value = index;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            }

            table[index] = value;
        }

        return table;
    }
}
