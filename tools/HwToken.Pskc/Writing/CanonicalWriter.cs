using System.Text;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Writing;

/// <summary>Writes XML that is its own exclusive canonical form (namespaces declared where used, attributes in order, no empty-element tags), so that a
/// signature's digest is the hash of the bytes as they are written and no document need be kept.</summary>
internal sealed class CanonicalWriter(Stream output) : IDisposable
{
    private readonly StreamWriter writer = new(output, new UTF8Encoding(false, throwOnInvalidBytes: true), 16 * 1024, leaveOpen: true);
    private readonly NamespaceScopes scopes = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element. Attributes are in no namespace; null values are left out.</summary>
    public void Start(string prefix, string ns, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        string qualified = prefix.Length == 0 ? name : prefix + ":" + name;
        open.Push(qualified);
        scopes.Enter();
        writer.Write('<');
        writer.Write(qualified);
        if (scopes.Declare(prefix, ns))
        {
            CanonicalText.WriteAttribute(writer, prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, ns);
        }

        var sorted = attributes.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach ((string attribute, string? value) in sorted)
        {
            if (value is not null)
            {
                CanonicalText.WriteAttribute(writer, attribute, value);
            }
        }

        writer.Write('>');
    }

    public void End()
    {
        writer.Write("</");
        writer.Write(open.Pop());
        writer.Write('>');
        scopes.Leave();
    }

    /// <summary>Text that <see cref="KeyRules"/> let through: characters that XML can carry.</summary>
    public void Text(string text) => CanonicalText.WriteText(writer, text);

    public void Leaf(string prefix, string ns, string name, string text)
    {
        Start(prefix, ns, name);
        Text(text);
        End();
    }

    /// <summary>A new line, indented to the depth; LF on every system.</summary>
    public void Line() => Line(open.Count);

    public void CloseOnNewLine()
    {
        Line(open.Count - 1);
        End();
    }

    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();

    private void Line(int depth)
    {
        writer.Write('\n');
        for (int i = 0; i < depth; i++)
        {
            writer.Write("  ");
        }
    }
}
