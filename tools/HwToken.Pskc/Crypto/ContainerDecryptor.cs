using System.Security.Cryptography;

namespace HwToken.Pskc.Crypto;

/// <summary>Opens the encrypted values of one container. The MAC, computed over initialisation vector and cipher text, is compared before anything is decrypted.</summary>
internal sealed class ContainerDecryptor(EncryptionHeader header, PskcKeySource? source) : IDisposable
{
    private const int BlockBytes = 16;
    private const int MinMacKeyBytes = 16;

    private Aes? aes;
    private byte[]? key;
    private byte[]? macKey;

    /// <summary>Decrypts a value of at least one byte.</summary>
    /// <exception cref="PskcException">No or wrong key, MAC missing or wrong, damaged padding.</exception>
    public byte[] Open(EncryptedValue value, byte[]? mac)
    {
        if (header.Mac is null || mac is null)
        {
            throw Refuse(PskcError.MacMissing, "An encrypted value bears no MAC, so nobody can tell whether it was altered: refused. Ask the sender for a file with MACMethod and ValueMAC");
        }

        byte[] expected = header.Mac.Compute(MacKey(value.Method), value.Cipher);
        return CryptographicOperations.FixedTimeEquals(expected, mac)
            ? Decrypt(value)
            : throw Refuse(PskcError.MacWrong, "A MAC does not match: the key or passphrase is wrong, or the file was altered. Check the key; if it is right, fetch the file again");
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(macKey);
        aes?.Dispose();
    }

    private static PskcException Refuse(PskcError error, string message) => new(error, message + ". Nothing was taken from the file.");

    private byte[] MacKey(CbcMethod method)
    {
        if (header.MacKey is null)
        {
            return Key(method);
        }

        macKey ??= Decrypt(header.MacKey);
        return macKey.Length >= MinMacKeyBytes
            ? macKey
            : throw Refuse(PskcError.WrongKey, "The MAC key opens to less than 16 bytes: the key or passphrase is wrong, or the file is damaged");
    }

    private byte[] Decrypt(EncryptedValue value)
    {
        Key(value.Method);
        ReadOnlySpan<byte> cipher = value.Cipher;
        if (cipher.Length < 2 * BlockBytes || cipher.Length % BlockBytes != 0)
        {
            throw Refuse(PskcError.UnsupportedEncryption, "An encrypted value is not a whole number of AES blocks after its initialisation vector");
        }

        var buffer = new byte[cipher.Length];
        try
        {
            // XML Encryption 5.2: only the last byte of the padding is defined, PKCS #7 is one case of it.
            int n = aes!.DecryptCbc(cipher[BlockBytes..], cipher[..BlockBytes], buffer, PaddingMode.ISO10126);
            return n > 0 ? buffer[..n] : throw new CryptographicException();
        }
        catch (CryptographicException)
        {
            throw Refuse(PskcError.WrongKey, "A value does not open: the key or passphrase is wrong, or the file is damaged");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private byte[] Key(CbcMethod method)
    {
        key ??= Obtain(method);
        if (key.Length != method.KeyBytes)
        {
            throw Refuse(PskcError.WrongKey, $"The file is encrypted with a key of {method.KeyBytes} bytes, the one at hand has {key.Length}");
        }

        if (aes is null)
        {
            aes = Aes.Create();
            aes.Key = key;
        }

        return key;
    }

    private byte[] Obtain(CbcMethod method)
    {
        if (!header.Encrypted)
        {
            throw Refuse(PskcError.UnsupportedEncryption, "A value is encrypted but the file does not say with which key (EncryptionKey is missing)");
        }

        bool wantsPassphrase = header.Derivation is not null;
        if (source is null || source.IsPassphrase != wantsPassphrase)
        {
            throw Refuse(PskcError.KeyRequired, wantsPassphrase ? "The file is protected by a passphrase: give the passphrase" : "The file is encrypted with a pre-shared key: give the key");
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
