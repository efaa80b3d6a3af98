using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Signing;

/// <summary>What SignedInfo says, read from its canonical bytes: the very bytes that are signed. Only one shape is accepted: one Reference to
/// the whole document, less the signature itself.</summary>
internal sealed class SignedInfo
{
    public bool Exclusive { get; private set; }

    public SignatureMethod Method { get; private set; } = null!;

    /// <summary>"" for the document, "#x" for its document element by Id.</summary>
    public string Uri { get; private set; } = "";

    public bool DigestExclusive { get; private set; }

    public HashAlgorithmName DigestHash { get; private set; }

    public byte[] Digest { get; private set; } = [];

    public bool UsesSha1 => Method.Hash == HashAlgorithmName.SHA1 || DigestHash == HashAlgorithmName.SHA1;

    public static SignedInfo Parse(byte[] canonical)
    {
        using var cursor = new XmlCursor(new MemoryStream(canonical));
        cursor.Read();
        var info = new SignedInfo();
        string[] order = ["CanonicalizationMethod", "SignatureMethod", "Reference"];
        int next = 0;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth); next++)
        {
            if (cursor.Namespace != Uris.DSig || next == order.Length || cursor.Name != order[next])
            {
                throw Unsupported("SignedInfo must hold one canonicalization method, one signature method and exactly one Reference");
            }

            info.Part(cursor);
        }

        return next == order.Length ? info : throw Unsupported("SignedInfo is incomplete");
    }

    public static PskcException Unsupported(string what) =>
        new(PskcError.SignatureUnsupported, $"The signature has a form that is refused: {what}. Ask the sender for one enveloped signature over the whole container.");

    private static bool IsExclusive(XmlCursor cursor)
    {
        bool exclusive = cursor.Attribute("Algorithm") switch
        {
            Uris.ExclusiveC14N => true,
            Uris.InclusiveC14N or Uris.InclusiveC14N11 => false,
            _ => throw Unsupported("a canonicalization or transform other than C14N 1.0 or 1.1 or exclusive C14N 1.0, all without comments"),
        };
        NoChildren(cursor);
        return exclusive;
    }

    private static void NoChildren(XmlCursor cursor)
    {
        if (cursor.NextChild(cursor.Reader.Depth))
        {
            throw Unsupported("a method has parameters");
        }
    }

    private void Part(XmlCursor cursor)
    {
        switch (cursor.Name)
        {
            case "CanonicalizationMethod":
                Exclusive = IsExclusive(cursor);
                break;
            case "SignatureMethod":
                Method = SignatureMethod.Find(cursor.Attribute("Algorithm")) ?? throw Unsupported("an unknown signature method");
                NoChildren(cursor);
                break;
            default:
                Reference(cursor);
                break;
        }
    }

    private void Reference(XmlCursor cursor)
    {
        // No URI at all is what pskctool writes; it means the document, and nothing else is ever digested here.
        Uri = cursor.Attribute("URI") ?? "";
        bool enveloped = false;
        bool method = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Namespace == Uris.DSig ? cursor.Name : "")
            {
                case "Transforms" when !enveloped && !method:
                    Transforms(cursor);
                    enveloped = true;
                    break;
                case "DigestMethod" when enveloped && !method:
                    DigestHash = SignatureMethod.FindDigest(cursor.Attribute("Algorithm")) ?? throw Unsupported("an unknown digest method");
                    NoChildren(cursor);
                    method = true;
                    break;
                case "DigestValue" when method && Digest.Length == 0:
                    Digest = StrictBase64.Decode(cursor, "DigestValue", cursor.Leaf());
                    break;
                default:
                    throw Unsupported("the Reference must hold Transforms (the enveloped signature first), DigestMethod and DigestValue");
            }
        }

        if (Digest.Length == 0)
        {
            throw Unsupported("the Reference is incomplete");
        }
    }

    private void Transforms(XmlCursor cursor)
    {
        int count = 0;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth); count++)
        {
            bool fits = cursor is { Namespace: Uris.DSig, Name: "Transform" }
                && (count == 1 || (count == 0 && cursor.Attribute("Algorithm") == Uris.Enveloped));
            if (!fits)
            {
                throw Unsupported("transforms other than the enveloped signature, then at most one canonicalization");
            }

            if (count == 0)
            {
                NoChildren(cursor);
            }
            else
            {
                DigestExclusive = IsExclusive(cursor);
            }
        }

        if (count == 0)
        {
            throw Unsupported("no enveloped-signature transform");
        }
    }
}
