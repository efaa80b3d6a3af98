using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>Keys of one file under way: encryption key, and a random MAC key that travels encrypted under it (RFC 6030, 6.1).</summary>
internal sealed class ContainerEncryptor : IDisposable
{
    private const int SaltBytes = 16;
    private const int IvBytes = 16;

    private readonly Aes aes = Aes.Create();
    private readonly byte[] macKey;

    public ContainerEncryptor(PskcWriteOptions options)
    {
        bool strong = options.Profile == PskcProfile.Strong;
        Method = strong ? CbcMethod.Aes256 : CbcMethod.Aes128;
        Mac = strong ? MacMethod.HmacSha256 : MacMethod.HmacSha1;
        byte[] key;
        if (options.Protection.IsPassphrase)
        {
            Derivation = new Pbkdf2Parameters(RandomNumberGenerator.GetBytes(SaltBytes), options.Pbkdf2Rounds, Method.KeyBytes, Mac.Hash);
            key = Derivation.Derive(options.Protection.Bytes, Method.KeyBytes);
        }
        else
        {
            key = options.Protection.Bytes.ToArray();
        }

        aes.Key = key;
        CryptographicOperations.ZeroMemory(key);
        macKey = RandomNumberGenerator.GetBytes(Mac.Bytes);
    }

    public CbcMethod Method { get; }

    public MacMethod Mac { get; }

    public Pbkdf2Parameters? Derivation { get; }

    public byte[] EncryptedMacKey() => Encrypt(macKey);

    /// <summary>Initialisation vector and blocks, and the MAC over both.</summary>
    public (byte[] Cipher, byte[] Mac) Seal(ReadOnlySpan<byte> secret)
    {
        byte[] cipher = Encrypt(secret);
        return (cipher, Mac.Compute(macKey, cipher));
    }

    public void Dispose()
    {
        aes.Dispose();
        CryptographicOperations.ZeroMemory(macKey);
    }

    private byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var cipher = new byte[IvBytes + aes.GetCiphertextLengthCbc(plain.Length)];
        Span<byte> iv = cipher.AsSpan(0, IvBytes);
        RandomNumberGenerator.Fill(iv);
        aes.EncryptCbc(plain, iv, cipher.AsSpan(IvBytes));
        return cipher;
    }
}
