using System.Security.Cryptography;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// HMAC-SHA256 and HMAC-SHA512, native on the device (mbedTLS) and in the BCL on the host. The only place that touches
    /// System.Security.Cryptography: the nanoCLR unit tests, where it is missing, put their own file in its stead.
    /// </summary>
    /// <remarks>Static HashData, never an instance: on the device an instance's Dispose wipes the caller's key.</remarks>
    public static class NativeHmac
    {
        /// <summary>HMAC-SHA256.</summary>
        /// <param name="key">Key of 1 byte or more.</param>
        /// <param name="message">Message.</param>
        /// <returns>32 bytes.</returns>
        public static byte[] Sha256(byte[] key, byte[] message)
        {
            return HMACSHA256.HashData(key, message);
        }

        /// <summary>HMAC-SHA512.</summary>
        /// <param name="key">Key of 1 byte or more.</param>
        /// <param name="message">Message.</param>
        /// <returns>64 bytes.</returns>
        public static byte[] Sha512(byte[] key, byte[] message)
        {
            return HMACSHA512.HashData(key, message);
        }
    }
}
