using System.Text;
using System.Xml;
using HwToken.Pskc.Signing;
using HwToken.Pskc.Tests.Support;
using HwToken.Pskc.Xml;
using System.Security.Cryptography.Xml;

namespace HwToken.Pskc.Tests.Signing;

/// <summary>The streaming canonicalizer against the base library's, on random documents.</summary>
public class CanonicalizerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Random_documents_have_the_same_canonical_form_as_in_SignedXml(bool exclusive)
    {
        Seeded.Rounds(500, random =>
        {
            string xml = RandomXml(random);
            Assert.Equal(Theirs(xml, exclusive), Ours(xml, exclusive));
        });
    }

    private static string Theirs(string xml, bool exclusive)
    {
        Transform transform = exclusive ? new XmlDsigExcC14NTransform() : new XmlDsigC14NTransform();
        transform.LoadInput(Signer.Load(xml));
        using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Ours(string xml, bool exclusive)
    {
        using var output = new MemoryStream();
        using var canonicalizer = new StreamingCanonicalizer(output, exclusive);
        using var cursor = new XmlCursor(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
        while (cursor.Read())
        {
            XmlReader reader = cursor.Reader;
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                canonicalizer.Node(reader, default);
            }
            else if (reader.Depth > 0)
            {
                canonicalizer.Node(reader, reader.Value);
            }
        }

        canonicalizer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string RandomXml(Random random)
    {
        var xml = new StringBuilder("<?xml version='1.0'?>\n");
        Element(xml, random, 0, ["p", "q"], root: true);
        return xml.Append('\n').ToString();
    }

    private static void Element(StringBuilder xml, Random random, int depth, string[] prefixes, bool root)
    {
        string prefix = random.Next(3) == 0 ? prefixes[random.Next(prefixes.Length)] + ":" : "";
        string name = prefix + "abcXY"[random.Next(5)];
        xml.Append('<').Append(name);
        foreach (string p in prefixes)
        {
            if (root || random.Next(4) == 0)
            {
                xml.Append($" xmlns:{p}='urn:{random.Next(3)}'");
            }
        }

        if (random.Next(3) == 0)
        {
            xml.Append($" xmlns='{(random.Next(3) == 0 ? "" : "urn:d" + random.Next(2))}'");
        }

        foreach (string attribute in new[] { "z", "b", "Id", "p:k", "xml:lang" })
        {
            if (random.Next(3) == 0)
            {
                // The judge drops an empty xml:lang (inclusive form), which the standard and libxml2 keep: never empty here.
                xml.Append($"  {attribute}=\"{(attribute == "xml:lang" ? "de" : "")}{Text(random)}\"");
            }
        }

        if (random.Next(4) == 0)
        {
            xml.Append(" />");
            return;
        }

        xml.Append(">\n");
        for (int i = random.Next(4); i > 0 && depth < 4; i--)
        {
            Element(xml, random, depth + 1, prefixes, root: false);
            xml.Append(Text(random)).Append(new[] { "<!-- c -->", "<?p?>", "<?p  q &amp; r ?>", "<![CDATA[ <a> &amp;\r\n ]]>", "" }[random.Next(5)]);
        }

        xml.Append("</").Append(name).Append(" >");
    }

    private static string Text(Random random)
    {
        string[] parts = ["x", " ", "\t", "\r\n", "&amp;", "&lt;", "&gt;", "&quot;", "&#13;", "&#10;", "&#9;", "\u00e9", "\ud83d\udd11", "'", ">"];
        return string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
    }
}
