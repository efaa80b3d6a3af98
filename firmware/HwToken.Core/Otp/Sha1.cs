using System;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// SHA-1 (FIPS 180-4, 6.1) as a compression function over 32-bit words. nanoFramework offers no SHA-1.
    /// All arithmetic stays in <see cref="uint"/>: the interpreter keeps an unsigned tag after a cast to int.
    /// </summary>
    public static class Sha1
    {
        /// <summary>Bytes in one block.</summary>
        public const int BlockBytes = 64;

        /// <summary>Bytes in a hash.</summary>
        public const int HashBytes = 20;

        /// <summary>Words of chaining state.</summary>
        public const int StateWords = 5;

        /// <summary>Words of work space for <see cref="Compress"/>: 16 of message, 64 of schedule.</summary>
        public const int ScheduleWords = 80;

        /// <summary>Sets <paramref name="state"/> to the initial hash value (FIPS 180-4, 5.3.1).</summary>
        /// <param name="state">5 words.</param>
        public static void Begin(uint[] state)
        {
            state[0] = 0x67452301;
            state[1] = 0xEFCDAB89;
            state[2] = 0x98BADCFE;
            state[3] = 0x10325476;
            state[4] = 0xC3D2E1F0;
        }

        /// <summary>One compression (FIPS 180-4, 6.1.2): <paramref name="to"/> = <paramref name="from"/> + rounds. No allocation.</summary>
        /// <param name="from">Chaining value before, 5 words.</param>
        /// <param name="to">Chaining value after, 5 words; may be the same array.</param>
        /// <param name="w">80 words; the first 16 hold the message block, the rest is overwritten.</param>
        public static void Compress(uint[] from, uint[] to, uint[] w)
        {
            if (w.Length != ScheduleWords)
            {
                throw new ArgumentException("The schedule has 80 words.");
            }

            for (int t = 16; t < w.Length; t++)
            {
                uint x = w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16];
                w[t] = (x << 1) | (x >> 31);
            }

            uint a = from[0], b = from[1], c = from[2], d = from[3], e = from[4];

            // Five rounds a turn: instead of moving five words after each round, the names rotate.
            int i = 0;
            for (; i < 20; i += 5)
            {
                e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + 0x5A827999 + w[i];
                b = (b << 30) | (b >> 2);
                d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + 0x5A827999 + w[i + 1];
                a = (a << 30) | (a >> 2);
                c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + 0x5A827999 + w[i + 2];
                e = (e << 30) | (e >> 2);
                b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + 0x5A827999 + w[i + 3];
                d = (d << 30) | (d >> 2);
                a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + 0x5A827999 + w[i + 4];
                c = (c << 30) | (c >> 2);
            }

            for (; i < 40; i += 5)
            {
                e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0x6ED9EBA1 + w[i];
                b = (b << 30) | (b >> 2);
                d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0x6ED9EBA1 + w[i + 1];
                a = (a << 30) | (a >> 2);
                c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0x6ED9EBA1 + w[i + 2];
                e = (e << 30) | (e >> 2);
                b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0x6ED9EBA1 + w[i + 3];
                d = (d << 30) | (d >> 2);
                a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0x6ED9EBA1 + w[i + 4];
                c = (c << 30) | (c >> 2);
            }

            for (; i < 60; i += 5)
            {
                e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + w[i];
                b = (b << 30) | (b >> 2);
                d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 0x8F1BBCDC + w[i + 1];
                a = (a << 30) | (a >> 2);
                c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 0x8F1BBCDC + w[i + 2];
                e = (e << 30) | (e >> 2);
                b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 0x8F1BBCDC + w[i + 3];
                d = (d << 30) | (d >> 2);
                a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 0x8F1BBCDC + w[i + 4];
                c = (c << 30) | (c >> 2);
            }

            for (; i < 80; i += 5)
            {
                e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0xCA62C1D6 + w[i];
                b = (b << 30) | (b >> 2);
                d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0xCA62C1D6 + w[i + 1];
                a = (a << 30) | (a >> 2);
                c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0xCA62C1D6 + w[i + 2];
                e = (e << 30) | (e >> 2);
                b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0xCA62C1D6 + w[i + 3];
                d = (d << 30) | (d >> 2);
                a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0xCA62C1D6 + w[i + 4];
                c = (c << 30) | (c >> 2);
            }

            to[0] = from[0] + a;
            to[1] = from[1] + b;
            to[2] = from[2] + c;
            to[3] = from[3] + d;
            to[4] = from[4] + e;
        }
    }
}
