using System;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>SHA-256 (FIPS 180-4), managed and plain: only the tests use it.</summary>
    public static class Sha256Hash
    {
        /// <summary>Bytes of a block.</summary>
        public const int BlockBytes = 64;

        private const int Rounds = 64;

        private static readonly uint[] Constants = new uint[]
        {
            0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
            0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
            0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
            0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
            0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
            0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
            0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
            0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
        };

        /// <summary>The hash of a message, 32 bytes.</summary>
        public static byte[] Compute(byte[] message)
        {
            uint[] state = new uint[]
            {
                0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
            };
            byte[] padded = new byte[(message.Length + 8 + BlockBytes) / BlockBytes * BlockBytes];
            Array.Copy(message, padded, message.Length);
            padded[message.Length] = 0x80;
            uint bits = 8 * (uint)message.Length;
            for (int i = 0; i < 4; i++)
            {
                padded[padded.Length - 1 - i] = (byte)(bits >> (8 * i));
            }

            uint[] schedule = new uint[Rounds];
            for (int offset = 0; offset < padded.Length; offset += BlockBytes)
            {
                Compress(state, schedule, padded, offset);
            }

            byte[] hash = new byte[state.Length * 4];
            for (int i = 0; i < hash.Length; i++)
            {
                hash[i] = (byte)(state[i / 4] >> (24 - (8 * (i % 4))));
            }

            return hash;
        }

        private static void Compress(uint[] state, uint[] w, byte[] block, int offset)
        {
            for (int t = 0; t < Rounds; t++)
            {
                w[t] = t < 16 ? Read(block, offset + (4 * t)) : Small1(w[t - 2]) + w[t - 7] + Small0(w[t - 15]) + w[t - 16];
            }

            uint a = state[0];
            uint b = state[1];
            uint c = state[2];
            uint d = state[3];
            uint e = state[4];
            uint f = state[5];
            uint g = state[6];
            uint h = state[7];
            for (int t = 0; t < Rounds; t++)
            {
                uint first = h + Big1(e) + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
                uint second = Big0(a) + ((a & b) ^ (a & c) ^ (b & c));
                h = g;
                g = f;
                f = e;
                e = d + first;
                d = c;
                c = b;
                b = a;
                a = first + second;
            }

            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }

        private static uint Big0(uint x)
        {
            return ((x >> 2) | (x << 30)) ^ ((x >> 13) | (x << 19)) ^ ((x >> 22) | (x << 10));
        }

        private static uint Big1(uint x)
        {
            return ((x >> 6) | (x << 26)) ^ ((x >> 11) | (x << 21)) ^ ((x >> 25) | (x << 7));
        }

        private static uint Small0(uint x)
        {
            return ((x >> 7) | (x << 25)) ^ ((x >> 18) | (x << 14)) ^ (x >> 3);
        }

        private static uint Small1(uint x)
        {
            return ((x >> 17) | (x << 15)) ^ ((x >> 19) | (x << 13)) ^ (x >> 10);
        }

        private static uint Read(byte[] bytes, int offset)
        {
            uint value = 0;
            for (int i = 0; i < 4; i++)
            {
                value = (value << 8) | bytes[offset + i];
            }

            return value;
        }
    }
}
