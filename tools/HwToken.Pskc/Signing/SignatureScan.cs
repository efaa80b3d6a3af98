using System.Xml;
using HwToken.Pskc.Reading;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Signing;

/// <summary>First pass over a signed file: finds the one signature, which must be a child of the container, and takes its parts.</summary>
internal sealed class SignatureScan
{
    private const int MaxSignedInfoBytes = 64 * 1024;

    private string? containerId;
    private bool idTaken;

    public bool Found { get; private set; }

    /// <summary>Canonical SignedInfo, exclusive and inclusive.</summary>
    public (byte[] Exclusive, byte[] Inclusive) SignedInfoBytes { get; private set; }

    public byte[]? Value { get; private set; }

    public static SignatureScan Run(PskcSource source)
    {
        var scan = new SignatureScan();
        using var cursor = new XmlCursor(source.OpenPass());
        ContainerPass.OpenContainer(cursor);
        scan.containerId = cursor.Attribute("Id");
        while (cursor.Read())
        {
            if (cursor.Reader.NodeType == XmlNodeType.Element)
            {
                scan.Element(cursor);
            }
        }

        return scan;
    }

    /// <summary>True when "#x" can only mean the document element.</summary>
    public bool IsContainer(string uri) => containerId is not null && uri == "#" + containerId && !idTaken;

    private void Element(XmlCursor cursor)
    {
        NoteIds(cursor.Reader);
        if (!ContainerPass.IsSignature(cursor))
        {
            return;
        }

        if (Found || cursor.Reader.Depth != 1)
        {
            throw SignedInfo.Unsupported("there is a second signature, or one that is no direct child of the container");
        }

        Found = true;
        Signature(cursor);
    }

    /// <summary>A second element with the container's Id could be what the signature really covers: the classic wrapping attack.</summary>
    private void NoteIds(XmlReader reader)
    {
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            idTaken |= reader.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase) && reader.Value == containerId;
        }

        reader.MoveToElement();
    }

    private void Signature(XmlCursor cursor)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            NoteIds(cursor.Reader);
            switch (cursor.Namespace == Uris.DSig ? cursor.Name : "")
            {
                case "SignedInfo" when SignedInfoBytes.Exclusive is null:
                    SignedInfoBytes = Capture(cursor);
                    break;
                case "SignatureValue" when SignedInfoBytes.Exclusive is not null && Value is null:
                    Value = StrictBase64.Decode(cursor, "SignatureValue", cursor.Leaf());
                    break;
                case "KeyInfo" when Value is not null:
                    cursor.Skip(); // who signed is decided by the certificate at hand, never by one that came with the file
                    break;
                default:
                    throw SignedInfo.Unsupported("the signature holds something other than SignedInfo, SignatureValue and KeyInfo");
            }
        }

        if (Value is null)
        {
            throw SignedInfo.Unsupported("the signature is incomplete");
        }
    }

    /// <summary>Both forms at once, since the method that tells which one was signed stands inside.</summary>
    private static (byte[] Exclusive, byte[] Inclusive) Capture(XmlCursor cursor)
    {
        using var exclusive = new MemoryStream();
        using var inclusive = new MemoryStream();
        using var first = new StreamingCanonicalizer(exclusive, exclusive: true);
        using var second = new StreamingCanonicalizer(inclusive, exclusive: false);
        XmlReader reader = cursor.Reader;
        int depth = reader.Depth;
        do
        {
            string text = reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement ? "" : cursor.Text();
            first.Node(reader, text);
            second.Node(reader, text);
            if (inclusive.Length > MaxSignedInfoBytes)
            {
                throw SignedInfo.Unsupported("SignedInfo is longer than 64 KiB");
            }
        }
        while (!Ends(reader, depth) && cursor.Read());

        first.Flush();
        second.Flush();
        return (exclusive.ToArray(), inclusive.ToArray());
    }

    private static bool Ends(XmlReader reader, int depth) =>
        reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement);
}
