using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads EncryptionKey, MACMethod, EncryptedValue and MACKey (RFC 6030, 6).</summary>
internal sealed class EncryptionParser(XmlCursor cursor, PskcLimits limits)
{
    private readonly DerivationParser derivation = new(cursor, limits);

    /// <summary>EncryptionKey: a pre-shared key, with a name or (python-pskc) without one, a key derived by PBKDF2, or the receiver's certificate. Which certificate the
    /// file names is not looked at: the private key at hand opens it or does not.</summary>
    public void EncryptionKey(EncryptionHeader header)
    {
        header.Encrypted = true;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is { Namespace: Uris.DSig, Name: "KeyName" })
            {
                cursor.Skip();
            }
            else if (cursor is { Namespace: Uris.DSig, Name: "X509Data" or "KeyValue" })
            {
                header.ToCertificate = true;
                cursor.Skip();
            }
            else if (cursor is { Namespace: Uris.XEnc, Name: "EncryptedKey" } && header.TransportedKey is null)
            {
                header.TransportedKey = Encrypted();
                header.ToCertificate = header.TransportedKey.Method is RsaMethod
                    ? true
                    : throw cursor.Fail(PskcError.UnsupportedEncryption, "the file's key is wrapped otherwise than by RSA to a certificate");
            }
            else if (cursor.Name == "DerivedKey" && header.Derivation is null)
            {
                header.Derivation = derivation.DerivedKey();
            }
            else
            {
                throw cursor.Fail(PskcError.UnsupportedEncryption, "the encryption key is neither pre-shared (KeyName) nor derived from a passphrase (DerivedKey) nor a certificate's (X509Data)");
            }
        }
    }

    public void MacMethod(EncryptionHeader header)
    {
        header.Mac = Crypto.MacMethod.Find(cursor.Attribute("Algorithm"))
            ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the MAC method is none of HMAC-SHA1, HMAC-SHA256, HMAC-SHA384 and HMAC-SHA512");
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            header.MacKey = cursor is { IsPskc: true, Name: "MACKey" } && header.MacKey is null
                ? Encrypted()
                : throw cursor.Fail(PskcError.UnsupportedEncryption, "MACMethod may hold one MACKey and nothing else");
        }
    }

    /// <summary>MACAlgorithm of a draft: its identifier is the text, and the encryption key is the MAC key.</summary>
    public void MacAlgorithm(EncryptionHeader header) =>
        header.Mac = Crypto.MacMethod.Find(cursor.Leaf().ToString())
            ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the MAC method is none of HMAC-SHA1, HMAC-SHA256, HMAC-SHA384 and HMAC-SHA512");

    /// <summary>An element of xenc:EncryptedDataType: method and cipher value.</summary>
    public EncryptedValue Encrypted()
    {
        CipherMethod? method = null;
        byte[]? cipher = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is { Namespace: Uris.XEnc, Name: "EncryptionMethod" } && method is null)
            {
                method = Method();
            }
            else if (cursor is { Namespace: Uris.XEnc, Name: "CipherData" } && cipher is null)
            {
                cipher = CipherData();
            }
            else if (cursor is { Namespace: Uris.DSig, Name: "KeyInfo" })
            {
                cursor.Skip();
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

    private CipherMethod Method()
    {
        string uri = cursor.Attribute("Algorithm") ?? "";
        string? digest = null;
        string? mask = null;
        bool isOaep = uri is Uris.RsaOaep or Uris.RsaOaep11;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            (digest, mask) = (isOaep ? cursor.Name : "") switch
            {
                "DigestMethod" when digest is null => (cursor.Attribute("Algorithm") ?? "", mask),
                "MGF" when mask is null && uri == Uris.RsaOaep11 => (digest, cursor.Attribute("Algorithm") ?? ""),
                _ => throw cursor.Unexpected(),
            };
            cursor.Empty();
        }

        return (isOaep ? RsaMethod.Oaep(uri, digest, mask) : CipherMethod.Find(uri))
            ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the encryption method is none of AES-CBC, RSA-OAEP (label and mask with one hash) and RSA PKCS #1 v1.5");
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
