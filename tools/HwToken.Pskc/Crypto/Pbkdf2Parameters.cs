using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>PBKDF2-params of PKCS #5 as PSKC carries them.</summary>
/// <param name="Salt">Salt, at least one byte.</param>
/// <param name="Rounds">Iteration count.</param>
/// <param name="KeyBytes">KeyLength, or null when the file leaves it to the encryption method.</param>
/// <param name="Prf">Hash of the pseudo-random function; SHA-1 unless the file names another.</param>
internal sealed record Pbkdf2Parameters(byte[] Salt, int Rounds, int? KeyBytes, HashAlgorithmName Prf)
{
    public byte[] Derive(ReadOnlySpan<byte> passphrase, int keyBytes) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, Salt, Rounds, Prf, keyBytes);
}
