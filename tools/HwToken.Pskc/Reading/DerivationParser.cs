using System.Security.Cryptography;
using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads DerivedKey with PBKDF2 (RFC 6030, 6.2; XML Encryption 1.1, 5.4).</summary>
internal sealed class DerivationParser(XmlCursor cursor, PskcLimits limits)
{
    private const int MaxSaltBytes = 1024;

    public Pbkdf2Parameters DerivedKey()
    {
        Pbkdf2Parameters? parameters = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "KeyDerivationMethod" when parameters is null:
                    parameters = DerivationMethod();
                    break;
                case "MasterKeyName" or "DerivedKeyName" or "CarriedKeyName" or "ReferenceList":
                    cursor.Skip();
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }

        return parameters ?? throw cursor.Fail(PskcError.MissingElement, "DerivedKey lacks KeyDerivationMethod");
    }

    private Pbkdf2Parameters DerivationMethod()
    {
        if (cursor.Attribute("Algorithm") is not (Uris.Pbkdf2 or Uris.Pbkdf2Of2009))
        {
            throw cursor.Fail(PskcError.UnsupportedEncryption, "the key derivation is not PBKDF2");
        }

        Pbkdf2Parameters? parameters = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            parameters = cursor.Name == "PBKDF2-params" && parameters is null ? Pbkdf2() : throw cursor.Unexpected();
        }

        return parameters ?? throw cursor.Fail(PskcError.MissingElement, "KeyDerivationMethod lacks PBKDF2-params");
    }

    /// <summary>The children stand in no namespace, in that of XML Encryption 1.1 or in that of PKCS #5: writers differ, the names do not.</summary>
    private Pbkdf2Parameters Pbkdf2()
    {
        byte[]? salt = null;
        int? rounds = null;
        int? keyBytes = null;
        HashAlgorithmName? prf = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.Namespace is not ("" or Uris.XEnc11 or Uris.Pkcs5) && !cursor.IsPskc)
            {
                throw cursor.Unexpected();
            }

            switch (cursor.Name)
            {
                case "Salt" when salt is null:
                    salt = Salt();
                    break;
                case "IterationCount" when rounds is null:
                    rounds = (int)Values.Integer(cursor, "IterationCount", cursor.Leaf(), 1, limits.MaxPbkdf2Rounds);
                    break;
                case "KeyLength" when keyBytes is null:
                    keyBytes = (int)Values.Integer(cursor, "KeyLength", cursor.Leaf(), 16, 32);
                    break;
                case "PRF" when prf is null:
                    prf = Prf();
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }

        return salt is not null && rounds is not null
            ? new Pbkdf2Parameters(salt, rounds.Value, keyBytes, prf ?? HashAlgorithmName.SHA1)
            : throw cursor.Fail(PskcError.MissingElement, "PBKDF2-params lacks Salt or IterationCount");
    }

    private byte[] Salt()
    {
        byte[]? salt = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            salt = cursor.Name == "Specified" && salt is null
                ? StrictBase64.Decode(cursor, "Salt", cursor.Leaf())
                : throw cursor.Fail(PskcError.UnsupportedEncryption, "Salt is given otherwise than by value (Specified)");
        }

        return salt is { Length: <= MaxSaltBytes } ? salt : throw cursor.Fail(PskcError.MissingElement, "Salt has no value, or one of more than 1024 bytes");
    }

    private HashAlgorithmName Prf()
    {
        string uri = cursor.Attribute("Algorithm") ?? "";
        ReadOnlySpan<char> text = cursor.Leaf();
        uri = uri.Length > 0 ? uri : text.ToString(); // one writer in the field puts the identifier into the element
        return uri.Length == 0
            ? HashAlgorithmName.SHA1
            : Crypto.MacMethod.Find(uri)?.Hash ?? throw cursor.Fail(PskcError.UnsupportedEncryption, "the PRF is none of HMAC-SHA1, HMAC-SHA256, HMAC-SHA384 and HMAC-SHA512");
    }
}
