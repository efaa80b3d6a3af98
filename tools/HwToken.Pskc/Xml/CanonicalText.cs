namespace HwToken.Pskc.Xml;

/// <summary>Text and attributes as Canonical XML 1.0, 2.3 escapes them.</summary>
internal static class CanonicalText
{
    public static void WriteText(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, "&<>\r");

    /// <summary>One attribute or namespace declaration, the space before it too.</summary>
    public static void WriteAttribute(TextWriter output, string name, string value)
    {
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
        Write(output, value, "&<\"\t\n\r");
        output.Write('"');
    }

    private static void Write(TextWriter output, ReadOnlySpan<char> text, ReadOnlySpan<char> special)
    {
        for (int i; (i = text.IndexOfAny(special)) >= 0; text = text[(i + 1)..])
        {
            output.Write(text[..i]);
            output.Write(text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' => "&#x9;",
                '\n' => "&#xA;",
                _ => "&#xD;",
            });
        }

        output.Write(text);
    }
}
