using System.Buffers.Binary;
using System.Numerics;

namespace HwToken.Benchmarks.Otp;

/// <summary>SHA-1 as FIPS 180-4 words it: pad the bytes, expand 80 words, 80 rounds with the five words moved along.</summary>
internal static class TextbookSha1
{
    public const int BlockBytes = 64;
    public const int HashBytes = 20;

    public static byte[] ComputeHash(byte[] message)
    {
        byte[] padded = Pad(message);
        uint[] hash = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
        uint[] schedule = new uint[80];
        for (int block = 0; block < padded.Length; block += BlockBytes)
        {
            Compress(hash, schedule, padded, block);
        }

        byte[] bytes = new byte[HashBytes];
        for (int i = 0; i < hash.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), hash[i]);
        }

        return bytes;
    }

    // 5.1.1: a one bit, zeros up to 8 bytes before the end of a block, the length in bits.
    private static byte[] Pad(byte[] message)
    {
        byte[] padded = new byte[(message.Length + 8 + BlockBytes) / BlockBytes * BlockBytes];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), 8 * (ulong)message.Length);
        return padded;
    }

    // 6.1.2.
    private static void Compress(uint[] hash, uint[] schedule, byte[] padded, int block)
    {
        for (int t = 0; t < 16; t++)
        {
            schedule[t] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(block + (4 * t)));
        }

        for (int t = 16; t < 80; t++)
        {
            schedule[t] = BitOperations.RotateLeft(schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], 1);
        }

        uint a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4];
        for (int t = 0; t < 80; t++)
        {
            uint next = BitOperations.RotateLeft(a, 5) + Function(t, b, c, d) + e + Constant(t) + schedule[t];
            e = d;
            d = c;
            c = BitOperations.RotateLeft(b, 30);
            b = a;
            a = next;
        }

        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
    }

    private static uint Function(int t, uint x, uint y, uint z) => t switch
    {
        < 20 => (x & y) ^ (~x & z),
        < 40 => x ^ y ^ z,
        < 60 => (x & y) ^ (x & z) ^ (y & z),
        _ => x ^ y ^ z,
    };

    private static uint Constant(int t) => t switch
    {
        < 20 => 0x5A827999,
        < 40 => 0x6ED9EBA1,
        < 60 => 0x8F1BBCDC,
        _ => 0xCA62C1D6,
    };
}
