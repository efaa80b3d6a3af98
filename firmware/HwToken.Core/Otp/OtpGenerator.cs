using System;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// Computes the security codes of one credential: HOTP (RFC 4226) and TOTP (RFC 6238) over SHA-1, SHA-256 and SHA-512.
    /// The secret goes in and never comes out. Not safe for use from several threads at once: it works in its own buffers.
    /// </summary>
    public sealed class OtpGenerator
    {
        /// <summary>Longest shared secret, in bytes.</summary>
        public const int MaxSecretBytes = 128;

        private readonly OtpAlgorithm _algorithm;
        private readonly uint _modulus;
        private readonly HmacSha1 _sha1;
        private readonly byte[] _key;
        private readonly byte[] _message;

        /// <summary>Takes a copy of what it needs of the secret; the caller clears its own.</summary>
        /// <param name="algorithm">Hash of the HMAC.</param>
        /// <param name="digits">6 to 8.</param>
        /// <param name="secret">Shared secret, 1 to 128 bytes.</param>
        /// <exception cref="ArgumentException">A value is out of its range.</exception>
        public OtpGenerator(OtpAlgorithm algorithm, int digits, byte[] secret)
        {
            if (secret == null || secret.Length == 0 || secret.Length > MaxSecretBytes)
            {
                throw new ArgumentException("A shared secret has 1 to 128 bytes.");
            }

            if (!OtpParameters.AreValid(OtpType.Hotp, algorithm, digits, OtpParameters.DefaultPeriodSeconds, 0))
            {
                throw new ArgumentException("Use SHA1, SHA256 or SHA512 and 6 to 8 digits.");
            }

            _algorithm = algorithm;
            _modulus = ModulusOf(digits);
            if (algorithm == OtpAlgorithm.Sha1)
            {
                _sha1 = new HmacSha1(secret);
                return;
            }

            _key = new byte[secret.Length];
            Array.Copy(secret, _key, secret.Length);
            _message = new byte[8];
        }

        /// <summary>Goes on from the mid-states of an HMAC-SHA1 (<see cref="HmacSha1.ToMidStates"/>): two compressions fewer, the same codes.</summary>
        /// <param name="digits">6 to 8.</param>
        /// <param name="midStates">40 bytes, copied; the caller clears its own.</param>
        public OtpGenerator(int digits, byte[] midStates)
        {
            _algorithm = OtpAlgorithm.Sha1;
            _modulus = ModulusOf(digits);
            _sha1 = new HmacSha1(midStates, 0);
        }

        /// <summary>The code of a moving factor. SHA-1: two compressions, no allocation.</summary>
        /// <param name="movingFactor">HOTP counter or TOTP time step.</param>
        /// <returns>The code as a number; show it with leading zeros (<see cref="OtpCode"/>).</returns>
        public uint Compute(ulong movingFactor)
        {
            if (_sha1 != null)
            {
                return _sha1.Truncate(movingFactor) % _modulus;
            }

            BigEndian.WriteUInt64(_message, 0, movingFactor);
            byte[] hash = _algorithm == OtpAlgorithm.Sha256 ? NativeHmac.Sha256(_key, _message) : NativeHmac.Sha512(_key, _message);

            // Dynamic truncation (RFC 4226, 5.3) takes the low nibble of the last byte, whatever the hash's length.
            int offset = hash[hash.Length - 1] & 15;
            uint value = BigEndian.ReadUInt32(hash, offset) & 0x7FFFFFFF;
            Array.Clear(hash, 0, hash.Length);
            return value % _modulus;
        }

        /// <summary>Wipes everything derived from the secret. The generator is of no use afterwards.</summary>
        public void Clear()
        {
            if (_sha1 != null)
            {
                _sha1.Clear();
                return;
            }

            Array.Clear(_key, 0, _key.Length);
        }

        private static uint ModulusOf(int digits)
        {
            return digits == 6 ? 1000000u : digits == 7 ? 10000000u : 100000000u;
        }
    }
}
