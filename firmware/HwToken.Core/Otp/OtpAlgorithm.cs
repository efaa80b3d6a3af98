namespace HwToken.Core.Otp
{
    /// <summary>The hash in the HMAC (RFC 6238, 1.2). The numbers stand in flash: never renumber.</summary>
    public enum OtpAlgorithm : byte
    {
        /// <summary>HMAC-SHA-1, the default of RFC 4226.</summary>
        Sha1 = 1,

        /// <summary>HMAC-SHA-256.</summary>
        Sha256 = 2,

        /// <summary>HMAC-SHA-512.</summary>
        Sha512 = 3,
    }
}
