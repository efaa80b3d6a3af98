using System.Text;
using System.Xml;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Signing;

/// <summary>Canonical XML 1.0 and 1.1 and Exclusive XML Canonicalization 1.0, all without comments, of an element and all below it, written while a reader
/// passes over them: the memory needed is that of one tag. Nothing is kept of the document, unlike with System.Security.Cryptography.Xml, which
/// holds all of it. Document types do not occur: the reader refuses them.</summary>
internal sealed class StreamingCanonicalizer(Stream output, bool exclusive) : IDisposable
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    private readonly StreamWriter writer = new(output, new UTF8Encoding(false), 16 * 1024, leaveOpen: true) { NewLine = "\n" };
    private readonly NamespaceScopes scopes = new();
    private readonly List<(string Prefix, string Uri)> namespaces = [];
    private readonly List<(string Uri, string Local, string Name, string Value)> attributes = [];
    private int depth;

    /// <summary>Takes the reader's current node; end tags are written for empty elements too.</summary>
    public void Node(XmlReader reader, ReadOnlySpan<char> text)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader);
                break;
            case XmlNodeType.EndElement:
                End(reader.Name);
                break;
            case XmlNodeType.ProcessingInstruction:
                Instruction(reader.Name, text);
                break;
            default:
                CanonicalText.WriteText(writer, text);
                break;
        }
    }

    /// <summary>Takes a processing instruction before or after the document element, where a line end sets it apart (Canonical XML 1.0, 2.3).</summary>
    public void OuterInstruction(XmlReader reader, ReadOnlySpan<char> text, bool isBefore)
    {
        writer.Write(isBefore ? "" : "\n");
        Instruction(reader.Name, text);
        writer.Write(isBefore ? "\n" : "");
    }

    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();

    private void Instruction(string name, ReadOnlySpan<char> text)
    {
        writer.Write("<?");
        writer.Write(name);
        writer.Write(text.IsEmpty ? "" : " ");
        writer.Write(text);
        writer.Write("?>");
    }

    private void Start(XmlReader reader)
    {
        string name = reader.Name;
        bool empty = reader.IsEmptyElement;
        Collect(reader);
        depth++;
        scopes.Enter();
        writer.Write('<');
        writer.Write(name);
        namespaces.Sort((a, b) => string.CompareOrdinal(a.Prefix, b.Prefix));
        foreach ((string prefix, string uri) in namespaces)
        {
            if (scopes.Declare(prefix, uri))
            {
                CanonicalText.WriteAttribute(writer, prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, uri);
            }
        }

        attributes.Sort((a, b) => string.CompareOrdinal(a.Uri, b.Uri) is var order and not 0 ? order : string.CompareOrdinal(a.Local, b.Local));
        foreach ((_, _, string attribute, string value) in attributes)
        {
            CanonicalText.WriteAttribute(writer, attribute, value);
        }

        writer.Write('>');
        if (empty)
        {
            End(name);
        }
    }

    private void End(string name)
    {
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
        scopes.Leave();
        depth--;
    }

    /// <summary>Gathers attributes and the namespaces in question: those that the tag uses (exclusive), or those that it declares, on the
    /// outermost element also those it inherits (inclusive).</summary>
    private void Collect(XmlReader reader)
    {
        namespaces.Clear();
        attributes.Clear();
        if (exclusive)
        {
            namespaces.Add((reader.Prefix, reader.NamespaceURI));
        }
        else if (depth == 0)
        {
            foreach (KeyValuePair<string, string> scope in ((IXmlNamespaceResolver)reader).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
            {
                namespaces.Add((scope.Key, scope.Value));
            }

            Inherit(reader);
        }

        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                attributes.Add((reader.NamespaceURI, reader.LocalName, reader.Name, reader.Value));
                if (exclusive && reader.Prefix.Length > 0)
                {
                    namespaces.Add((reader.Prefix, reader.NamespaceURI));
                }
            }
            else if (!exclusive)
            {
                namespaces.Add((reader.Prefix.Length == 0 ? "" : reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
    }

    /// <summary>Canonical XML 1.0 and 1.1, 2.4: the outermost element takes language and white-space rule from the elements around it. (xml:base and xml:id, on
    /// which the two versions differ, mean nothing in PSKC: a signature under such an element is refused because its digest differs.)</summary>
    private void Inherit(XmlReader reader)
    {
        if (reader.XmlLang.Length > 0 && reader.GetAttribute("xml:lang") is null)
        {
            attributes.Add((XmlNamespace, "lang", "xml:lang", reader.XmlLang));
        }

        if (reader.XmlSpace != XmlSpace.None && reader.GetAttribute("xml:space") is null)
        {
            attributes.Add((XmlNamespace, "space", "xml:space", reader.XmlSpace == XmlSpace.Preserve ? "preserve" : "default"));
        }
    }
}
