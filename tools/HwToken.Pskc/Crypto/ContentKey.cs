using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>The AES key of one file.</summary>
internal sealed class ContentKey : IDisposable
{
    private const int BlockBytes = 16;

    private readonly Aes aes = Aes.Create();

    /// <param name="bytes">16, 24 or 32 bytes; owned by this object from now on.</param>
    public ContentKey(byte[] bytes)
    {
        Bytes = bytes;
        if (bytes.Length is not (16 or 24 or 32))
        {
            throw ContainerDecryptor.Refuse(PskcError.WrongKey, $"the file's key has {bytes.Length} bytes, AES takes 16, 24 or 32");
        }

        aes.Key = bytes;
    }

    public byte[] Bytes { get; }

    /// <summary>Decrypts initialisation vector and blocks to at least one byte.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> cipher)
    {
        if (cipher.Length < 2 * BlockBytes || cipher.Length % BlockBytes != 0)
        {
            throw ContainerDecryptor.Refuse(PskcError.UnsupportedEncryption, "an encrypted value is not a whole number of AES blocks after its initialisation vector");
        }

        var buffer = new byte[cipher.Length];
        try
        {
            // XML Encryption 5.2: only the last byte of the padding is defined, PKCS #7 is one case of it.
            int n = aes.DecryptCbc(cipher[BlockBytes..], cipher[..BlockBytes], buffer, PaddingMode.ISO10126);
            return n > 0 ? buffer[..n] : throw new CryptographicException();
        }
        catch (CryptographicException)
        {
            throw ContainerDecryptor.Refuse(PskcError.WrongKey, "a value does not open: the key or passphrase is wrong, or the file is damaged");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Bytes);
        aes.Dispose();
    }
}
