using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>Opens the encrypted values of one container. The MAC, computed over initialisation vector and cipher text, is compared before anything is decrypted.</summary>
internal sealed class ContainerDecryptor(EncryptionHeader header, PskcKeySource? source, bool allowRsa15) : IDisposable
{
    private const int MinMacKeyBytes = 16;

    private ContentKey? key;
    private byte[]? macKey;

    /// <summary>Decrypts a value of at least one byte.</summary>
    /// <exception cref="PskcException">No or wrong key, MAC missing or wrong, damaged padding.</exception>
    public byte[] Open(EncryptedValue value, byte[]? mac)
    {
        if (value.Method is RsaMethod && mac is null)
        {
            // RFC 6030, 6.3 has no MAC here, and one could tell nothing: whoever has the certificate can make MAC key and MAC. OAEP shows damage, a signature who wrote it.
            return Decrypt(value);
        }

        if (header.Mac is null || mac is null)
        {
            throw Refuse(PskcError.MacMissing, "an encrypted value bears no MAC, so nobody can tell whether it was altered: refused. Ask the sender for a file with MACMethod and ValueMAC");
        }

        byte[] expected = header.Mac.Compute(MacKey(value.Method), value.Cipher);
        return CryptographicOperations.FixedTimeEquals(expected, mac)
            ? Decrypt(value)
            : throw Refuse(PskcError.MacWrong, "a MAC does not match: the key or passphrase is wrong, or the file was altered. Check the key; if it is right, fetch the file again");
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(macKey);
        key?.Dispose();
    }

    internal static PskcException Refuse(PskcError error, string reason) => new(error, reason);

    private byte[] MacKey(CipherMethod method)
    {
        if (header.MacKey is not null)
        {
            macKey ??= Decrypt(header.MacKey);
            return macKey.Length >= MinMacKeyBytes
                ? macKey
                : throw Refuse(PskcError.WrongKey, "the MAC key opens to less than 16 bytes: the key or passphrase is wrong, or the file is damaged");
        }

        return method is CbcMethod cbc ? Key(cbc).Bytes : throw Refuse(PskcError.MacMissing, "the file announces MACs without a MAC key");
    }

    private byte[] Decrypt(EncryptedValue value) => value.Method switch
    {
        RsaMethod rsa => DecryptRsa(rsa, value.Cipher),
        CbcMethod cbc => Key(cbc).Decrypt(value.Cipher),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private byte[] DecryptRsa(RsaMethod method, byte[] cipher)
    {
        if (method.IsOld && !allowRsa15)
        {
            throw Refuse(PskcError.UnsupportedEncryption, "the file is encrypted with RSA PKCS #1 v1.5, whose padding gives its content away to who may ask often; 'hwtoken seeds' reads it with --allow-rsa15, better have it written with RSA-OAEP");
        }

        if (source?.PrivateKey is not { } rsa)
        {
            throw Refuse(PskcError.KeyRequired, "the file is encrypted to a certificate: give its private key");
        }

        try
        {
            byte[] plain = rsa.Decrypt(cipher, method.Padding);
            return plain.Length > 0 ? plain : throw new CryptographicException();
        }
        catch (CryptographicException)
        {
            throw Refuse(PskcError.WrongKey, "a value does not open: it was encrypted to another certificate, or the file is damaged");
        }
    }

    private ContentKey Key(CbcMethod method)
    {
        key ??= new ContentKey(Obtain(method));
        return key.Bytes.Length == method.KeyBytes
            ? key
            : throw Refuse(PskcError.WrongKey, $"the file is encrypted with a key of {method.KeyBytes} bytes, the one at hand has {key.Bytes.Length}");
    }

    private byte[] Obtain(CbcMethod method)
    {
        if (!header.Encrypted)
        {
            throw Refuse(PskcError.UnsupportedEncryption, "a value is encrypted but the file does not say with which key (EncryptionKey is missing)");
        }

        if (header.TransportedKey is not null)
        {
            return Decrypt(header.TransportedKey);
        }

        if (header.ToCertificate)
        {
            throw Refuse(PskcError.UnsupportedEncryption, "the file names a certificate, but its values are encrypted with AES and no key travels with it");
        }

        bool wantsPassphrase = header.Derivation is not null;
        if (source is null || source.IsPrivateKey || source.IsPassphrase != wantsPassphrase)
        {
            throw Refuse(PskcError.KeyRequired, wantsPassphrase ? "the file is protected by a passphrase: give the passphrase" : "the file is encrypted with a pre-shared key: give the key");
        }

        if (header.Derivation is null)
        {
            return source.Bytes.ToArray();
        }

        return header.Derivation.KeyBytes is null || header.Derivation.KeyBytes == method.KeyBytes
            ? header.Derivation.Derive(source.Bytes, method.KeyBytes)
            : throw Refuse(PskcError.UnsupportedEncryption, "KeyLength of the passphrase's key does not fit the encryption method");
    }
}
