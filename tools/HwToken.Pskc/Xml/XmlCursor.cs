using System.Security.Cryptography;
using System.Xml;

namespace HwToken.Pskc.Xml;

/// <summary>Walks a document forward, element by element, with one rule for every handler: it starts on an element and leaves the reader on
/// that element's end. Processing instructions say nothing to anybody here, but a signature covers them. Errors bear the line, never the content.</summary>
internal sealed class XmlCursor : IDisposable
{
    private const int MaxLeaf = 128 * 1024;

    private readonly XmlReader reader;
    private char[] leaf = new char[1024];

    public XmlCursor(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            CloseInput = true,
        };
        try
        {
            reader = XmlReader.Create(stream, settings);
        }
        catch (XmlException e)
        {
            throw NotXml(e);
        }
    }

    public XmlReader Reader => reader;

    /// <summary>The current element's name; as RFC 6030 spells it where the file has it in lower case (<see cref="LowerCase"/>).</summary>
    public string Name => LowerCase ? LowerCaseNames.Canonical(reader.LocalName) : reader.LocalName;

    /// <summary>The file's names of elements and attributes are all in lower case: one writer in the field makes such files.</summary>
    public bool LowerCase { get; set; }

    /// <summary>ID of the key that is being read, for errors; null outside of keys.</summary>
    public string? Key { get; set; }

    public int Line => ((IXmlLineInfo)reader).LineNumber;

    public string Namespace => reader.NamespaceURI;

    /// <summary>True when the current element is one of PSKC's own, in the RFC's namespace or a draft's.</summary>
    public bool IsPskc => Uris.IsPskc(reader.NamespaceURI);

    /// <summary>An attribute of the current element, or null.</summary>
    public string? Attribute(string name) => reader.GetAttribute(LowerCase ? name.ToLowerInvariant() : name);

    public bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException e)
        {
            throw NotXml(e);
        }
    }

    /// <summary>Moves to the document element.</summary>
    public void Open()
    {
        while (Read() && reader.NodeType != XmlNodeType.Element)
        {
            // white space and processing instructions before it
        }
    }

    /// <summary>Moves to the next child element of the element at <paramref name="depth"/>; false at that element's end.</summary>
    public bool NextChild(int depth)
    {
        if (reader.Depth == depth && reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)
        {
            return false;
        }

        while (Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement:
                    return false;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.ProcessingInstruction:
                    break;
                default:
                    throw Fail(PskcError.UnexpectedElement, "there is text where only elements belong");
            }
        }

        throw Fail(PskcError.NotXml, "the document ends too early");
    }

    /// <summary>Passes over the current element and everything in it.</summary>
    public void Skip()
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                return;
            }
        }
    }

    /// <summary>Moves from anywhere inside the element at <paramref name="depth"/> to that element's end.</summary>
    public void Leave(int depth)
    {
        if (reader.Depth == depth && reader.NodeType == XmlNodeType.Element)
        {
            Skip();
            return;
        }

        while (!(reader.Depth == depth && reader.NodeType == XmlNodeType.EndElement))
        {
            if (!Read())
            {
                throw Fail(PskcError.NotXml, "the document ends too early");
            }
        }
    }

    /// <summary>Refuses children: for elements that only bear attributes.</summary>
    public void Empty()
    {
        if (NextChild(reader.Depth))
        {
            throw Unexpected();
        }
    }

    /// <summary>The text of the current element, trimmed. It lives in a buffer of this cursor until the next call; a secret is cleared with <see cref="ClearLeaf"/>.</summary>
    public ReadOnlySpan<char> Leaf()
    {
        int length = 0;
        if (reader.IsEmptyElement)
        {
            return default;
        }

        while (Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.EndElement:
                    return leaf.AsSpan(0, length).Trim();
                case XmlNodeType.Element:
                    throw Unexpected();
                case XmlNodeType.ProcessingInstruction:
                    break;
                default:
                    length = Append(length);
                    break;
            }
        }

        throw Fail(PskcError.NotXml, "the document ends too early");
    }

    /// <summary>The next part of the current text node; 0 at its end.</summary>
    public int ReadChunk(char[] buffer, int start = 0)
    {
        try
        {
            return reader.ReadValueChunk(buffer, start, buffer.Length - start);
        }
        catch (XmlException e)
        {
            throw NotXml(e);
        }
    }

    /// <summary>All of the current text node. The parser reads on for it, so it can still meet damage.</summary>
    public string Text()
    {
        try
        {
            return reader.Value;
        }
        catch (XmlException e)
        {
            throw NotXml(e);
        }
    }

    public void ClearLeaf() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(leaf.AsSpan()));

    public PskcException Unexpected() =>
        Fail(PskcError.UnexpectedElement, $"element '{Shorten(reader.LocalName)}' does not belong there; ask the sender for a file after RFC 6030");

    public PskcException Fail(PskcError error, string what) => new(error, Line, Key, what);

    /// <summary>What the decryptor has refused, with its place. A key that was not given concerns the file, not a line of it.</summary>
    public PskcException Placed(PskcException refusal) => refusal.Error == PskcError.KeyRequired
        ? new PskcException(refusal.Error, $"{char.ToUpperInvariant(refusal.Reason[0])}{refusal.Reason[1..]}. Nothing was taken from the file.")
        : Fail(refusal.Error, refusal.Reason);

    public void Dispose()
    {
        ClearLeaf();
        reader.Dispose();
    }

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "...";

    // The parser's own message may quote the file: only the place is passed on.
    private static PskcException NotXml(XmlException e) =>
        new(PskcError.NotXml, e.LineNumber == 0
            ? "The file is empty or no XML from its first character on. Fetch it again."
            : $"Line {e.LineNumber}, column {e.LinePosition}: not well-formed XML. The file is damaged or is no PSKC; fetch it again.");

    private int Append(int length)
    {
        for (int n; (n = ReadChunk(leaf, length)) > 0;)
        {
            length += n;
            if (length == leaf.Length)
            {
                Grow();
            }
        }

        return length;
    }

    private void Grow()
    {
        if (leaf.Length >= MaxLeaf)
        {
            throw Fail(PskcError.TooLarge, "a value is longer than 128 KiB");
        }

        var larger = new char[leaf.Length * 2];
        leaf.CopyTo(larger, 0);
        ClearLeaf();
        leaf = larger;
    }
}
