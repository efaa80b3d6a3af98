namespace HwToken.Pskc.Xml;

/// <summary>Character escapes of Canonical XML 1.0, 2.3.</summary>
internal static class CanonicalText
{
    public static void WriteText(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, "&<>\r");

    public static void WriteAttribute(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, "&<\"\t\n\r");

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
