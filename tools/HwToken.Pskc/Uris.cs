namespace HwToken.Pskc;

/// <summary>Namespaces and algorithm identifiers of RFC 6030, XML Encryption, XML Signature and their drafts.</summary>
internal static class Uris
{
    public const string Pskc = "urn:ietf:params:xml:ns:keyprov:pskc";
    public const string DSig = "http://www.w3.org/2000/09/xmldsig#";
    public const string DSigMore = "http://www.w3.org/2001/04/xmldsig-more#";
    public const string XEnc = "http://www.w3.org/2001/04/xmlenc#";
    public const string XEnc11 = "http://www.w3.org/2009/xmlenc11#";
    public const string Pkcs5 = "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#";
    public const string Lot = "urn:hwtoken:pskc:lot:1";

    public const string Hotp = Pskc + ":hotp";
    public const string Totp = Pskc + ":totp";
    public const string Pbkdf2 = Pkcs5 + "pbkdf2";
    public const string Pbkdf2Of2009 = XEnc11 + "pbkdf2";

    public const string Aes128Cbc = XEnc + "aes128-cbc";
    public const string Aes192Cbc = XEnc + "aes192-cbc";
    public const string Aes256Cbc = XEnc + "aes256-cbc";
    public const string Rsa15 = XEnc + "rsa_1_5";
    public const string RsaOaep = XEnc + "rsa-oaep-mgf1p";
    public const string RsaOaep11 = XEnc11 + "rsa-oaep";
    public const string HmacSha1 = DSig + "hmac-sha1";
    public const string HmacSha256 = DSigMore + "hmac-sha256";

    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string InclusiveC14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string InclusiveC14N11 = "http://www.w3.org/2006/12/xml-c14n11";
    public const string Enveloped = DSig + "enveloped-signature";
    public const string RsaSha256 = DSigMore + "rsa-sha256";
    public const string Sha256 = XEnc + "sha256";

    /// <summary>Namespaces of the early drafts (draft-hoyer-keyprov-portable-symmetric-key-container) and of what was written after them.</summary>
    public static bool IsEarlyDraft(string ns) => ns is "http://www.openauthentication.org/OATH/2006/08/PSKC" or "http://www.openauthentication.org/OATH/2006/10/PSKC"
        or "urn:ietf:params:xml:ns:keyprov:container" or "urn:ietf:params:xml:ns:keyprov:container:1.0";

    /// <summary>The RFC's namespace and the two that drafts used before it.</summary>
    public static bool IsPskc(string ns) => ns is Pskc or Pskc + ":1.0" or "http://www.ietf.org/keyprov/pskc#";
}
