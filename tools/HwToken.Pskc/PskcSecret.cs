using System.Security.Cryptography;

namespace HwToken.Pskc;

/// <summary>Holds one shared secret and overwrites it when disposed. Never prints it.</summary>
public sealed class PskcSecret : IDisposable
{
    private byte[]? bytes;

    /// <summary>Takes a copy; the caller clears its own.</summary>
    /// <param name="secret">HMAC key, at least 1 byte.</param>
    public PskcSecret(ReadOnlySpan<byte> secret)
    {
        if (secret.IsEmpty)
        {
            throw new ArgumentException("A shared secret needs at least one byte.", nameof(secret));
        }

        bytes = secret.ToArray();
    }

    private PskcSecret(byte[] owned) => bytes = owned;

    /// <summary>Length in bytes.</summary>
    public int Length => Bytes.Length;

    /// <summary>The secret itself, valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The secret was cleared.</exception>
    public ReadOnlySpan<byte> Span => Bytes;

    private byte[] Bytes => bytes ?? throw new ObjectDisposedException(nameof(PskcSecret));

    /// <summary>Overwrites the secret.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        bytes = null;
    }

    /// <summary>States that there is a secret, not what it is.</summary>
    public override string ToString() => "(shared secret)";

    internal static PskcSecret Own(byte[] secret) => new(secret);
}
