using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads EncryptionKey, MACMethod, EncryptedValue and MACKey (RFC 6030, 6).</summary>
internal sealed class EncryptionParser(XmlCursor cursor, PskcLimits limits)
{
    private readonly DerivationParser derivation = new(cursor, limits);

    /// <summary>EncryptionKey: a pre-shared key, with a name or (python-pskc) without one, or a key derived by PBKDF2. Key transport by certificate is refused.</summary>
    public void EncryptionKey(EncryptionHeader header)
    {
        header.Encrypted = true;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is { Namespace: Uris.DSig, Name: "KeyName" })
            {
                cursor.Skip();
            }
            else if (cursor.Name == "DerivedKey" && header.Derivation is null)
            {
                header.Derivation = derivation.DerivedKey();
            }
            else
            {
                throw cursor.Fail(PskcError.UnsupportedEncryption, "the encryption key is neither pre-shared (KeyName) nor derived from a passphrase (DerivedKey)");
            }
        }
    }

    public void MacMethod(EncryptionHeader header)
    {
        header.Mac = Crypto.MacMethod.Find(cursor.Reader.GetAttribute("Algorithm"))
            ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the MAC method is none of HMAC-SHA1, HMAC-SHA256, HMAC-SHA384 and HMAC-SHA512");
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            header.MacKey = cursor is { IsPskc: true, Name: "MACKey" } && header.MacKey is null
                ? Encrypted()
                : throw cursor.Fail(PskcError.UnsupportedEncryption, "MACMethod may hold one MACKey and nothing else");
        }
    }

    /// <summary>An element of xenc:EncryptedDataType: method and cipher value.</summary>
    public EncryptedValue Encrypted()
    {
        CbcMethod? method = null;
        byte[]? cipher = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is { Namespace: Uris.XEnc, Name: "EncryptionMethod" } && method is null)
            {
                method = CbcMethod.Find(cursor.Reader.GetAttribute("Algorithm"))
                    ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the encryption method is not AES-128, AES-192 or AES-256 in CBC mode");
                cursor.Empty();
            }
            else if (cursor is { Namespace: Uris.XEnc, Name: "CipherData" } && cipher is null)
            {
                cipher = CipherData();
            }
            else
            {
                throw cursor.Unexpected();
            }
        }

        return method is not null && cipher is not null
            ? new EncryptedValue(method, cipher)
            : throw cursor.Fail(PskcError.MissingElement, "an encrypted value lacks EncryptionMethod or CipherValue");
    }

    private byte[]? CipherData()
    {
        byte[]? cipher = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            cipher = cursor is { Namespace: Uris.XEnc, Name: "CipherValue" } && cipher is null
                ? StrictBase64.Decode(cursor, "CipherValue", cursor.Leaf())
                : throw cursor.Unexpected();
        }

        return cipher;
    }
}
