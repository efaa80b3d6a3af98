using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class Sha1Tests
{
    /// <summary>FIPS 180-4's one-block example: the three letters abc.</summary>
    private static readonly uint[] HashOfAbc = [0xA9993E36, 0x4706816A, 0xBA3E2571, 0x7850C26C, 0x9CD0D89D];

    [Fact]
    public void The_example_of_one_block()
    {
        uint[] from = new uint[Sha1.StateWords];
        uint[] to = new uint[Sha1.StateWords];
        Sha1.Begin(from);
        Sha1.Compress(from, to, BlockOfAbc());
        Assert.Equal(HashOfAbc, to);
    }

    [Fact]
    public void The_chaining_value_may_be_compressed_in_place()
    {
        uint[] state = new uint[Sha1.StateWords];
        Sha1.Begin(state);
        Sha1.Compress(state, state, BlockOfAbc());
        Assert.Equal(HashOfAbc, state);
    }

    [Fact]
    public void The_block_and_the_value_before_are_left_as_they_were()
    {
        uint[] from = new uint[Sha1.StateWords];
        uint[] before = new uint[Sha1.StateWords];
        uint[] block = BlockOfAbc();
        Sha1.Begin(from);
        Sha1.Begin(before);
        Sha1.Compress(from, new uint[Sha1.StateWords], block);
        Assert.Equal(before, from);
        Assert.Equal(BlockOfAbc(), block);
    }

    private static uint[] BlockOfAbc()
    {
        uint[] block = new uint[Sha1.BlockWords];
        block[0] = 0x61626380;
        block[15] = 24;
        return block;
    }
}
