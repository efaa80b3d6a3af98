namespace HwToken.Core.Otp
{
    /// <summary>What moves a credential forward. The numbers stand in flash: never renumber.</summary>
    public enum OtpType : byte
    {
        /// <summary>RFC 4226: a counter.</summary>
        Hotp = 1,

        /// <summary>RFC 6238: a time step.</summary>
        Totp = 2,
    }
}
