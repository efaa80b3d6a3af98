using System.Security.Cryptography;
using System.Text;

namespace HwToken.Pskc;

/// <summary>Where a file's encryption key comes from: a pre-shared AES key, a passphrase for PBKDF2, or the private key of the certificate that the file was
/// encrypted to. Dispose it to clear the bytes.</summary>
public sealed class PskcKeySource : IDisposable
{
    private const int MinRsaBits = 2048;

    private readonly byte[] bytes;

    private PskcKeySource(byte[] bytes, bool isPassphrase, RSA? privateKey = null)
    {
        this.bytes = bytes;
        IsPassphrase = isPassphrase;
        PrivateKey = privateKey;
    }

    /// <summary>True for a passphrase.</summary>
    public bool IsPassphrase { get; }

    /// <summary>True for a certificate's private key.</summary>
    public bool IsPrivateKey => PrivateKey is not null;

    internal RSA? PrivateKey { get; }

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A pre-shared key.</summary>
    /// <param name="key">AES key of 16, 24 or 32 bytes; copied.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    public static PskcKeySource PreSharedKey(ReadOnlySpan<byte> key) => key.Length is 16 or 24 or 32
        ? new PskcKeySource(key.ToArray(), isPassphrase: false)
        : throw new ArgumentException("A pre-shared key has 16, 24 or 32 bytes (32, 48 or 64 hexadecimal digits).", nameof(key));

    /// <summary>The private key of the certificate that the file was encrypted to.</summary>
    /// <param name="key">RSA, 2048 bits or more. Owned by the source from now on.</param>
    /// <exception cref="ArgumentException">A shorter key.</exception>
    public static PskcKeySource ReceiverKey(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.KeySize >= MinRsaBits ? new PskcKeySource([], isPassphrase: false, key) : throw new ArgumentException("The receiver's RSA key needs 2,048 bits or more.", nameof(key));
    }

    /// <summary>A passphrase; its UTF-8 bytes go into PBKDF2.</summary>
    /// <param name="passphrase">At least one character; copied.</param>
    /// <exception cref="ArgumentException">Empty.</exception>
    public static PskcKeySource Passphrase(ReadOnlySpan<char> passphrase)
    {
        if (passphrase.IsEmpty)
        {
            throw new ArgumentException("The passphrase is empty.", nameof(passphrase));
        }

        var utf8 = new byte[Encoding.UTF8.GetByteCount(passphrase)];
        Encoding.UTF8.GetBytes(passphrase, utf8);
        return new PskcKeySource(utf8, isPassphrase: true);
    }

    /// <summary>Overwrites the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        PrivateKey?.Dispose();
    }
}
