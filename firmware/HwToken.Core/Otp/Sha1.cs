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

        /// <summary>Words in one block.</summary>
        public const int BlockWords = 16;

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
        /// <remarks>
        /// Straight-line on purpose: the interpreter pays for every branch, call and array access, and the desktop JIT for
        /// every bounds check. Sixteen locals are the message schedule as a ring; instead of moving five words after each
        /// round, the names a to e rotate.
        /// </remarks>
        /// <param name="from">Chaining value before, 5 words.</param>
        /// <param name="to">Chaining value after, 5 words; may be the same array.</param>
        /// <param name="block">The message block, 16 words; left as it is.</param>
        public static void Compress(uint[] from, uint[] to, uint[] block)
        {
            uint a = from[0], b = from[1], c = from[2], d = from[3], e = from[4];
            uint w0 = block[0], w1 = block[1], w2 = block[2], w3 = block[3];
            uint w4 = block[4], w5 = block[5], w6 = block[6], w7 = block[7];
            uint w8 = block[8], w9 = block[9], w10 = block[10], w11 = block[11];
            uint w12 = block[12], w13 = block[13], w14 = block[14], w15 = block[15];

            // Rounds 0 to 19: Ch, computed as d ^ (b & (c ^ d)).
            e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + 0x5A827999 + w0;
            b = (b << 30) | (b >> 2);
            d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + 0x5A827999 + w1;
            a = (a << 30) | (a >> 2);
            c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + 0x5A827999 + w2;
            e = (e << 30) | (e >> 2);
            b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + 0x5A827999 + w3;
            d = (d << 30) | (d >> 2);
            a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + 0x5A827999 + w4;
            c = (c << 30) | (c >> 2);
            e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + 0x5A827999 + w5;
            b = (b << 30) | (b >> 2);
            d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + 0x5A827999 + w6;
            a = (a << 30) | (a >> 2);
            c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + 0x5A827999 + w7;
            e = (e << 30) | (e >> 2);
            b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + 0x5A827999 + w8;
            d = (d << 30) | (d >> 2);
            a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + 0x5A827999 + w9;
            c = (c << 30) | (c >> 2);
            e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + 0x5A827999 + w10;
            b = (b << 30) | (b >> 2);
            d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + 0x5A827999 + w11;
            a = (a << 30) | (a >> 2);
            c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + 0x5A827999 + w12;
            e = (e << 30) | (e >> 2);
            b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + 0x5A827999 + w13;
            d = (d << 30) | (d >> 2);
            a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + 0x5A827999 + w14;
            c = (c << 30) | (c >> 2);
            e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + 0x5A827999 + w15;
            b = (b << 30) | (b >> 2);
            w0 ^= w13 ^ w8 ^ w2;
            w0 = (w0 << 1) | (w0 >> 31);
            d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + 0x5A827999 + w0;
            a = (a << 30) | (a >> 2);
            w1 ^= w14 ^ w9 ^ w3;
            w1 = (w1 << 1) | (w1 >> 31);
            c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + 0x5A827999 + w1;
            e = (e << 30) | (e >> 2);
            w2 ^= w15 ^ w10 ^ w4;
            w2 = (w2 << 1) | (w2 >> 31);
            b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + 0x5A827999 + w2;
            d = (d << 30) | (d >> 2);
            w3 ^= w0 ^ w11 ^ w5;
            w3 = (w3 << 1) | (w3 >> 31);
            a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + 0x5A827999 + w3;
            c = (c << 30) | (c >> 2);

            // Rounds 20 to 39: Parity.
            w4 ^= w1 ^ w12 ^ w6;
            w4 = (w4 << 1) | (w4 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0x6ED9EBA1 + w4;
            b = (b << 30) | (b >> 2);
            w5 ^= w2 ^ w13 ^ w7;
            w5 = (w5 << 1) | (w5 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0x6ED9EBA1 + w5;
            a = (a << 30) | (a >> 2);
            w6 ^= w3 ^ w14 ^ w8;
            w6 = (w6 << 1) | (w6 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0x6ED9EBA1 + w6;
            e = (e << 30) | (e >> 2);
            w7 ^= w4 ^ w15 ^ w9;
            w7 = (w7 << 1) | (w7 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0x6ED9EBA1 + w7;
            d = (d << 30) | (d >> 2);
            w8 ^= w5 ^ w0 ^ w10;
            w8 = (w8 << 1) | (w8 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0x6ED9EBA1 + w8;
            c = (c << 30) | (c >> 2);
            w9 ^= w6 ^ w1 ^ w11;
            w9 = (w9 << 1) | (w9 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0x6ED9EBA1 + w9;
            b = (b << 30) | (b >> 2);
            w10 ^= w7 ^ w2 ^ w12;
            w10 = (w10 << 1) | (w10 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0x6ED9EBA1 + w10;
            a = (a << 30) | (a >> 2);
            w11 ^= w8 ^ w3 ^ w13;
            w11 = (w11 << 1) | (w11 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0x6ED9EBA1 + w11;
            e = (e << 30) | (e >> 2);
            w12 ^= w9 ^ w4 ^ w14;
            w12 = (w12 << 1) | (w12 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0x6ED9EBA1 + w12;
            d = (d << 30) | (d >> 2);
            w13 ^= w10 ^ w5 ^ w15;
            w13 = (w13 << 1) | (w13 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0x6ED9EBA1 + w13;
            c = (c << 30) | (c >> 2);
            w14 ^= w11 ^ w6 ^ w0;
            w14 = (w14 << 1) | (w14 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0x6ED9EBA1 + w14;
            b = (b << 30) | (b >> 2);
            w15 ^= w12 ^ w7 ^ w1;
            w15 = (w15 << 1) | (w15 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0x6ED9EBA1 + w15;
            a = (a << 30) | (a >> 2);
            w0 ^= w13 ^ w8 ^ w2;
            w0 = (w0 << 1) | (w0 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0x6ED9EBA1 + w0;
            e = (e << 30) | (e >> 2);
            w1 ^= w14 ^ w9 ^ w3;
            w1 = (w1 << 1) | (w1 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0x6ED9EBA1 + w1;
            d = (d << 30) | (d >> 2);
            w2 ^= w15 ^ w10 ^ w4;
            w2 = (w2 << 1) | (w2 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0x6ED9EBA1 + w2;
            c = (c << 30) | (c >> 2);
            w3 ^= w0 ^ w11 ^ w5;
            w3 = (w3 << 1) | (w3 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0x6ED9EBA1 + w3;
            b = (b << 30) | (b >> 2);
            w4 ^= w1 ^ w12 ^ w6;
            w4 = (w4 << 1) | (w4 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0x6ED9EBA1 + w4;
            a = (a << 30) | (a >> 2);
            w5 ^= w2 ^ w13 ^ w7;
            w5 = (w5 << 1) | (w5 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0x6ED9EBA1 + w5;
            e = (e << 30) | (e >> 2);
            w6 ^= w3 ^ w14 ^ w8;
            w6 = (w6 << 1) | (w6 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0x6ED9EBA1 + w6;
            d = (d << 30) | (d >> 2);
            w7 ^= w4 ^ w15 ^ w9;
            w7 = (w7 << 1) | (w7 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0x6ED9EBA1 + w7;
            c = (c << 30) | (c >> 2);

            // Rounds 40 to 59: Maj, computed as (b & c) | (d & (b | c)).
            w8 ^= w5 ^ w0 ^ w10;
            w8 = (w8 << 1) | (w8 >> 31);
            e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + w8;
            b = (b << 30) | (b >> 2);
            w9 ^= w6 ^ w1 ^ w11;
            w9 = (w9 << 1) | (w9 >> 31);
            d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 0x8F1BBCDC + w9;
            a = (a << 30) | (a >> 2);
            w10 ^= w7 ^ w2 ^ w12;
            w10 = (w10 << 1) | (w10 >> 31);
            c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 0x8F1BBCDC + w10;
            e = (e << 30) | (e >> 2);
            w11 ^= w8 ^ w3 ^ w13;
            w11 = (w11 << 1) | (w11 >> 31);
            b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 0x8F1BBCDC + w11;
            d = (d << 30) | (d >> 2);
            w12 ^= w9 ^ w4 ^ w14;
            w12 = (w12 << 1) | (w12 >> 31);
            a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 0x8F1BBCDC + w12;
            c = (c << 30) | (c >> 2);
            w13 ^= w10 ^ w5 ^ w15;
            w13 = (w13 << 1) | (w13 >> 31);
            e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + w13;
            b = (b << 30) | (b >> 2);
            w14 ^= w11 ^ w6 ^ w0;
            w14 = (w14 << 1) | (w14 >> 31);
            d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 0x8F1BBCDC + w14;
            a = (a << 30) | (a >> 2);
            w15 ^= w12 ^ w7 ^ w1;
            w15 = (w15 << 1) | (w15 >> 31);
            c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 0x8F1BBCDC + w15;
            e = (e << 30) | (e >> 2);
            w0 ^= w13 ^ w8 ^ w2;
            w0 = (w0 << 1) | (w0 >> 31);
            b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 0x8F1BBCDC + w0;
            d = (d << 30) | (d >> 2);
            w1 ^= w14 ^ w9 ^ w3;
            w1 = (w1 << 1) | (w1 >> 31);
            a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 0x8F1BBCDC + w1;
            c = (c << 30) | (c >> 2);
            w2 ^= w15 ^ w10 ^ w4;
            w2 = (w2 << 1) | (w2 >> 31);
            e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + w2;
            b = (b << 30) | (b >> 2);
            w3 ^= w0 ^ w11 ^ w5;
            w3 = (w3 << 1) | (w3 >> 31);
            d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 0x8F1BBCDC + w3;
            a = (a << 30) | (a >> 2);
            w4 ^= w1 ^ w12 ^ w6;
            w4 = (w4 << 1) | (w4 >> 31);
            c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 0x8F1BBCDC + w4;
            e = (e << 30) | (e >> 2);
            w5 ^= w2 ^ w13 ^ w7;
            w5 = (w5 << 1) | (w5 >> 31);
            b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 0x8F1BBCDC + w5;
            d = (d << 30) | (d >> 2);
            w6 ^= w3 ^ w14 ^ w8;
            w6 = (w6 << 1) | (w6 >> 31);
            a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 0x8F1BBCDC + w6;
            c = (c << 30) | (c >> 2);
            w7 ^= w4 ^ w15 ^ w9;
            w7 = (w7 << 1) | (w7 >> 31);
            e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + w7;
            b = (b << 30) | (b >> 2);
            w8 ^= w5 ^ w0 ^ w10;
            w8 = (w8 << 1) | (w8 >> 31);
            d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + 0x8F1BBCDC + w8;
            a = (a << 30) | (a >> 2);
            w9 ^= w6 ^ w1 ^ w11;
            w9 = (w9 << 1) | (w9 >> 31);
            c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + 0x8F1BBCDC + w9;
            e = (e << 30) | (e >> 2);
            w10 ^= w7 ^ w2 ^ w12;
            w10 = (w10 << 1) | (w10 >> 31);
            b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + 0x8F1BBCDC + w10;
            d = (d << 30) | (d >> 2);
            w11 ^= w8 ^ w3 ^ w13;
            w11 = (w11 << 1) | (w11 >> 31);
            a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + 0x8F1BBCDC + w11;
            c = (c << 30) | (c >> 2);

            // Rounds 60 to 79: Parity.
            w12 ^= w9 ^ w4 ^ w14;
            w12 = (w12 << 1) | (w12 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0xCA62C1D6 + w12;
            b = (b << 30) | (b >> 2);
            w13 ^= w10 ^ w5 ^ w15;
            w13 = (w13 << 1) | (w13 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0xCA62C1D6 + w13;
            a = (a << 30) | (a >> 2);
            w14 ^= w11 ^ w6 ^ w0;
            w14 = (w14 << 1) | (w14 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0xCA62C1D6 + w14;
            e = (e << 30) | (e >> 2);
            w15 ^= w12 ^ w7 ^ w1;
            w15 = (w15 << 1) | (w15 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0xCA62C1D6 + w15;
            d = (d << 30) | (d >> 2);
            w0 ^= w13 ^ w8 ^ w2;
            w0 = (w0 << 1) | (w0 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0xCA62C1D6 + w0;
            c = (c << 30) | (c >> 2);
            w1 ^= w14 ^ w9 ^ w3;
            w1 = (w1 << 1) | (w1 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0xCA62C1D6 + w1;
            b = (b << 30) | (b >> 2);
            w2 ^= w15 ^ w10 ^ w4;
            w2 = (w2 << 1) | (w2 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0xCA62C1D6 + w2;
            a = (a << 30) | (a >> 2);
            w3 ^= w0 ^ w11 ^ w5;
            w3 = (w3 << 1) | (w3 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0xCA62C1D6 + w3;
            e = (e << 30) | (e >> 2);
            w4 ^= w1 ^ w12 ^ w6;
            w4 = (w4 << 1) | (w4 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0xCA62C1D6 + w4;
            d = (d << 30) | (d >> 2);
            w5 ^= w2 ^ w13 ^ w7;
            w5 = (w5 << 1) | (w5 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0xCA62C1D6 + w5;
            c = (c << 30) | (c >> 2);
            w6 ^= w3 ^ w14 ^ w8;
            w6 = (w6 << 1) | (w6 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0xCA62C1D6 + w6;
            b = (b << 30) | (b >> 2);
            w7 ^= w4 ^ w15 ^ w9;
            w7 = (w7 << 1) | (w7 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0xCA62C1D6 + w7;
            a = (a << 30) | (a >> 2);
            w8 ^= w5 ^ w0 ^ w10;
            w8 = (w8 << 1) | (w8 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0xCA62C1D6 + w8;
            e = (e << 30) | (e >> 2);
            w9 ^= w6 ^ w1 ^ w11;
            w9 = (w9 << 1) | (w9 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0xCA62C1D6 + w9;
            d = (d << 30) | (d >> 2);
            w10 ^= w7 ^ w2 ^ w12;
            w10 = (w10 << 1) | (w10 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0xCA62C1D6 + w10;
            c = (c << 30) | (c >> 2);
            w11 ^= w8 ^ w3 ^ w13;
            w11 = (w11 << 1) | (w11 >> 31);
            e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + 0xCA62C1D6 + w11;
            b = (b << 30) | (b >> 2);
            w12 ^= w9 ^ w4 ^ w14;
            w12 = (w12 << 1) | (w12 >> 31);
            d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + 0xCA62C1D6 + w12;
            a = (a << 30) | (a >> 2);
            w13 ^= w10 ^ w5 ^ w15;
            w13 = (w13 << 1) | (w13 >> 31);
            c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + 0xCA62C1D6 + w13;
            e = (e << 30) | (e >> 2);
            w14 ^= w11 ^ w6 ^ w0;
            w14 = (w14 << 1) | (w14 >> 31);
            b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + 0xCA62C1D6 + w14;
            d = (d << 30) | (d >> 2);
            w15 ^= w12 ^ w7 ^ w1;
            w15 = (w15 << 1) | (w15 >> 31);
            a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + 0xCA62C1D6 + w15;
            c = (c << 30) | (c >> 2);

            to[0] = from[0] + a;
            to[1] = from[1] + b;
            to[2] = from[2] + c;
            to[3] = from[3] + d;
            to[4] = from[4] + e;
        }
    }
}
