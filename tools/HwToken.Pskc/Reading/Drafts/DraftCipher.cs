using System.Buffers.Binary;
using System.Security.Cryptography;
using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading.Drafts;

/// <summary>Encryption in the early drafts: one method and one initialisation vector for the file, and a digest of each value's <em>plain text</em>, keyed with the
/// encryption key itself.</summary>
internal sealed class DraftCipher(XmlCursor cursor, PskcReadOptions options) : IDisposable
{
    private CbcMethod? method;
    private byte[] vector = [];
    private MacMethod? digest;
    private ContentKey? key;

    public bool Encrypted => method is not null;

    /// <summary>EncryptionMethod: NONE, or AES-CBC with its vector.</summary>
    public void EncryptionMethod()
    {
        string name = cursor.Attribute("Algorithm") ?? cursor.Attribute("algorithm") ?? "";
        if (name == "NONE")
        {
            cursor.Skip();
            return;
        }

        method = CipherMethod.Find(name) as CbcMethod
            ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the encryption method is not AES in CBC mode (password-based encryption with DES is not read)");
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            vector = cursor.Name == "IV" && vector.Length == 0 ? StrictBase64.Decode(cursor, "IV", cursor.Leaf()) : throw cursor.Unexpected();
        }
    }

    /// <summary>DigestMethod: HMAC-SHA1 by its old or its XML name.</summary>
    public void DigestMethod()
    {
        string name = cursor.Attribute("Algorithm") ?? cursor.Attribute("algorithm") ?? "";
        digest = name == "HMAC-SHA1" ? MacMethod.HmacSha1 : MacMethod.Find(name);
        cursor.Skip();
    }

    /// <summary>A secret as it is.</summary>
    public byte[] Secret(byte[] value, byte[]? proof) => method is null ? value : Open(value, proof);

    /// <summary>A counter: 8 bytes in network order, encrypted only when a digest stands beside it.</summary>
    public long Counter(byte[] value, byte[]? proof)
    {
        byte[] plain = method is null || (proof is null && value.Length <= sizeof(long)) ? value : Open(value, proof);
        return plain.Length == sizeof(long) && plain[0] < 0x80
            ? BinaryPrimitives.ReadInt64BigEndian(plain)
            : throw cursor.Fail(PskcError.BadNumber, "the counter is not a number of 8 bytes");
    }

    public void Dispose() => key?.Dispose();

    private byte[] Open(byte[] value, byte[]? proof)
    {
        if (digest is null || proof is null)
        {
            throw cursor.Fail(PskcError.MacMissing, "an encrypted value bears no digest, so nobody can tell whether it was altered");
        }

        try
        {
            byte[] plain = Key().Decrypt([.. vector, .. value]);
            if (CryptographicOperations.FixedTimeEquals(digest.Compute(Key().Bytes, plain), proof))
            {
                return plain;
            }

            CryptographicOperations.ZeroMemory(plain);
        }
        catch (PskcException e) when (e.Error == PskcError.WrongKey)
        {
            // Told like a wrong digest: which of the two it was is nobody's business.
        }
        catch (PskcException e) when (e.Line is null)
        {
            throw cursor.Placed(e);
        }

        throw cursor.Fail(PskcError.MacWrong, "a digest does not match: the key is wrong, or the file was altered");
    }

    private ContentKey Key()
    {
        if (options.KeySource is not { IsPassphrase: false, IsPrivateKey: false } source)
        {
            throw ContainerDecryptor.Refuse(PskcError.KeyRequired, "the file is encrypted with a pre-shared key: give the key");
        }

        if (source.Bytes.Length != method!.KeyBytes)
        {
            throw ContainerDecryptor.Refuse(PskcError.KeyRequired, $"the file is encrypted with a key of {method.KeyBytes} bytes, the one at hand has {source.Bytes.Length}");
        }

        return key ??= new ContentKey(source.Bytes.ToArray());
    }
}
