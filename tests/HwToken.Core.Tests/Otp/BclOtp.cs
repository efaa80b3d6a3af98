using System.Buffers.Binary;
using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

/// <summary>HOTP as RFC 4226, 5.3 words it, over the HMAC of the BCL: the peer that Core is compared with.</summary>
internal static class BclOtp
{
    public static uint Code(OtpAlgorithm algorithm, int digits, byte[] key, ulong movingFactor)
    {
        return (uint)(Truncated(algorithm, key, movingFactor) % Math.Pow(10, digits));
    }

    public static uint Truncated(OtpAlgorithm algorithm, byte[] key, ulong movingFactor)
    {
        byte[] message = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(message, movingFactor);
        byte[] hash = algorithm switch
        {
            OtpAlgorithm.Sha1 => Sha1(key, message),
            OtpAlgorithm.Sha256 => HMACSHA256.HashData(key, message),
            _ => HMACSHA512.HashData(key, message),
        };
        int offset = hash[^1] & 0xF;
        return BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFF_FFFF;
    }

#pragma warning disable CA5350 // RFC 4226 is HMAC-SHA-1.
    public static byte[] Sha1(byte[] key, byte[] message) => HMACSHA1.HashData(key, message);
#pragma warning restore CA5350
}
