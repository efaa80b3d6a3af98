namespace HwToken.Pskc;

/// <summary>The one-time password algorithm of a key (RFC 6030, 10.1 and 10.2).</summary>
public enum PskcAlgorithm
{
    /// <summary>RFC 4226: the moving factor is a counter.</summary>
    Hotp,

    /// <summary>RFC 6238: the moving factor is a time step.</summary>
    Totp,
}
