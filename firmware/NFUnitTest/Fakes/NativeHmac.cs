using System;
using HwToken.NFUnitTest.Fakes;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// Takes the place of Core's NativeHmac: nanoCLR has no native cryptography. HMAC (RFC 2104) over managed SHA-2.
    /// </summary>
    public static class NativeHmac
    {
        /// <summary>HMAC-SHA256, 32 bytes.</summary>
        public static byte[] Sha256(byte[] key, byte[] message)
        {
            byte[] k = Pad(key.Length > Sha256Hash.BlockBytes ? Sha256Hash.Compute(key) : key, Sha256Hash.BlockBytes);
            byte[] inner = Sha256Hash.Compute(Join(k, 0x36, message));
            return Sha256Hash.Compute(Join(k, 0x5C, inner));
        }

        /// <summary>HMAC-SHA512, 64 bytes.</summary>
        public static byte[] Sha512(byte[] key, byte[] message)
        {
            byte[] k = Pad(key.Length > Sha512Hash.BlockBytes ? Sha512Hash.Compute(key) : key, Sha512Hash.BlockBytes);
            byte[] inner = Sha512Hash.Compute(Join(k, 0x36, message));
            return Sha512Hash.Compute(Join(k, 0x5C, inner));
        }

        private static byte[] Pad(byte[] key, int length)
        {
            byte[] padded = new byte[length];
            Array.Copy(key, padded, key.Length);
            return padded;
        }

        private static byte[] Join(byte[] key, byte pad, byte[] message)
        {
            byte[] joined = new byte[key.Length + message.Length];
            for (int i = 0; i < key.Length; i++)
            {
                joined[i] = (byte)(key[i] ^ pad);
            }

            Array.Copy(message, 0, joined, key.Length, message.Length);
            return joined;
        }
    }
}
