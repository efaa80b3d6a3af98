using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.Validation.Keys;

/// <summary>The key holder over a key file. Keys that another process added (rotation) are found without a restart.</summary>
internal sealed class FileKeyHolder : IKeyHolder
{
    private readonly string path;
    private volatile KeyRing ring;

    /// <exception cref="KeyHolderException">The file is missing, damaged or open to others.</exception>
    public FileKeyHolder(string path)
    {
        this.path = path;
        ring = KeyRingFile.Read(path);
    }

    public KeyRing Ring => ring;

    public ICodeSource Open(string credentialId, SealedSecret secret, OtpParameters parameters)
    {
        byte[] clear = SecretSealer.Open(Key(secret.KeyId), credentialId, secret.Bytes);
        try
        {
            return new OtpCodeSource(parameters, clear);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    public SealedSecret Seal(string credentialId, ReadOnlySpan<byte> secret)
    {
        KeyRing now = ring;
        return new SealedSecret(now.Newest, SecretSealer.Seal(now.Masters[now.Newest], credentialId, secret));
    }

    public SealedSecret Reseal(string credentialId, SealedSecret secret)
    {
        byte[] clear = SecretSealer.Open(Key(secret.KeyId), credentialId, secret.Bytes);
        try
        {
            return Seal(credentialId, clear);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>Reads the file again: before sealing many, so that a key just rotated is used.</summary>
    public void Refresh() => ring = KeyRingFile.Read(path);

    /// <summary>Adds a key to the file and uses it from now on.</summary>
    public void AddKey()
    {
        KeyRingFile.Replace(path, KeyRingFile.Read(path).WithNext());
        Refresh();
    }

    /// <summary>Removes keys older than a number from the file.</summary>
    public void DropBefore(int keyId)
    {
        KeyRingFile.Replace(path, KeyRingFile.Read(path).WithoutBefore(keyId));
        Refresh();
    }

    private byte[] Key(int keyId)
    {
        if (!ring.Masters.ContainsKey(keyId))
        {
            Refresh();
        }

        return ring.Masters.TryGetValue(keyId, out byte[]? key)
            ? key
            : throw new KeyHolderException($"The key file has no master key {keyId}. It belongs to another database, or is an old copy: put the right file in place.");
    }
}
