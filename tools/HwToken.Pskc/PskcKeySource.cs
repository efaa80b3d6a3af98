using System.Security.Cryptography;
using System.Text;

namespace HwToken.Pskc;

/// <summary>Where a file's encryption key comes from: a pre-shared AES key or a passphrase for PBKDF2. Dispose it to clear the bytes.</summary>
public sealed class PskcKeySource : IDisposable
{
    private readonly byte[] bytes;

    private PskcKeySource(byte[] bytes, bool isPassphrase)
    {
        this.bytes = bytes;
        IsPassphrase = isPassphrase;
    }

    /// <summary>True for a passphrase, false for a pre-shared key.</summary>
    public bool IsPassphrase { get; }

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A pre-shared key.</summary>
    /// <param name="key">AES key of 16, 24 or 32 bytes; copied.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    public static PskcKeySource PreSharedKey(ReadOnlySpan<byte> key) => key.Length is 16 or 24 or 32
        ? new PskcKeySource(key.ToArray(), isPassphrase: false)
        : throw new ArgumentException("A pre-shared key has 16, 24 or 32 bytes (32, 48 or 64 hexadecimal digits).", nameof(key));

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
    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
