using System;

namespace HwToken.Core.Otp
{
    /// <summary>Everything about a credential's codes but the secret. Checked at construction, then fixed.</summary>
    public sealed class OtpParameters
    {
        /// <summary>Fewest digits (RFC 4226, requirement R4).</summary>
        public const int MinDigits = 6;

        /// <summary>Most digits.</summary>
        public const int MaxDigits = 8;

        /// <summary>Default time step, in seconds (RFC 6238, 5.2).</summary>
        public const int DefaultPeriodSeconds = 30;

        /// <summary>Longest time step, in seconds.</summary>
        public const int MaxPeriodSeconds = 300;

        /// <summary>Fixes the parameters.</summary>
        /// <param name="type">Counter or time step.</param>
        /// <param name="algorithm">Hash of the HMAC.</param>
        /// <param name="digits">6 to 8.</param>
        /// <param name="periodSeconds">Time step, 1 to 300 s; kept for HOTP too, where nothing reads it.</param>
        /// <param name="initialCounter">First HOTP counter; 0 for TOTP.</param>
        /// <exception cref="ArgumentException">A value is out of its range.</exception>
        public OtpParameters(OtpType type, OtpAlgorithm algorithm, int digits, int periodSeconds, ulong initialCounter)
        {
            if (!AreValid(type, algorithm, digits, periodSeconds, initialCounter))
            {
                throw new ArgumentException("Use HOTP or TOTP, SHA1, SHA256 or SHA512, 6 to 8 digits, a period of 1 to 300 s, counter 0 for TOTP.");
            }

            Type = type;
            Algorithm = algorithm;
            Digits = digits;
            PeriodSeconds = periodSeconds;
            InitialCounter = initialCounter;
        }

        /// <summary>Counter or time step.</summary>
        public OtpType Type { get; }

        /// <summary>Hash of the HMAC.</summary>
        public OtpAlgorithm Algorithm { get; }

        /// <summary>Digits of a code, 6 to 8.</summary>
        public int Digits { get; }

        /// <summary>Time step in seconds, 1 to 300.</summary>
        public int PeriodSeconds { get; }

        /// <summary>First HOTP counter.</summary>
        public ulong InitialCounter { get; }

        /// <summary>True when the constructor would take these values.</summary>
        public static bool AreValid(OtpType type, OtpAlgorithm algorithm, int digits, int periodSeconds, ulong initialCounter)
        {
            return (type == OtpType.Hotp || (type == OtpType.Totp && initialCounter == 0))
                && algorithm >= OtpAlgorithm.Sha1 && algorithm <= OtpAlgorithm.Sha512
                && digits >= MinDigits && digits <= MaxDigits
                && periodSeconds >= 1 && periodSeconds <= MaxPeriodSeconds;
        }
    }
}
