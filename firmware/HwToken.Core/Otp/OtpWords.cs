namespace HwToken.Core.Otp
{
    /// <summary>The words for type and algorithm on the line, in URIs and in files.</summary>
    public static class OtpWords
    {
        /// <summary><c>HOTP</c> or <c>TOTP</c>.</summary>
        public static string Of(OtpType type)
        {
            return type == OtpType.Hotp ? "HOTP" : "TOTP";
        }

        /// <summary><c>SHA1</c>, <c>SHA256</c> or <c>SHA512</c>.</summary>
        public static string Of(OtpAlgorithm algorithm)
        {
            return algorithm == OtpAlgorithm.Sha1 ? "SHA1" : algorithm == OtpAlgorithm.Sha256 ? "SHA256" : "SHA512";
        }

        /// <summary>Reads an upper-case word.</summary>
        /// <returns>False when it is neither.</returns>
        public static bool TryParse(string word, out OtpType type)
        {
            type = word == "HOTP" ? OtpType.Hotp : OtpType.Totp;
            return word == "HOTP" || word == "TOTP";
        }

        /// <summary>Reads an upper-case word.</summary>
        /// <returns>False when it is none of the three.</returns>
        public static bool TryParse(string word, out OtpAlgorithm algorithm)
        {
            algorithm = word == "SHA1" ? OtpAlgorithm.Sha1 : word == "SHA256" ? OtpAlgorithm.Sha256 : OtpAlgorithm.Sha512;
            return word == Of(algorithm);
        }
    }
}
