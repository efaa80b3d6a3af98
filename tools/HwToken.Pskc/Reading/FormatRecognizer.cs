using System.Text;
using HwToken.Pskc.Reading.Lists;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Tells what a file is from its content; names of files say too little.</summary>
internal static class FormatRecognizer
{
    private const int SampleBytes = 4096;

    /// <returns>Null when it is none of the formats.</returns>
    /// <exception cref="PskcException">It is something known that cannot be read here, or XML of another kind.</exception>
    public static SeedFormat? Recognize(PskcSource source)
    {
        var head = new byte[SampleBytes];
        using (Stream pass = source.OpenPass(isMarkup: false))
        {
            int n = pass.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            head = head[..n];
        }

        if (head.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0)
        {
            throw new PskcException(PskcError.NotXml, "The file is empty. Fetch it again.");
        }

        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new PskcException(PskcError.UnknownFormat, "The file is a ZIP archive: unpack it first.");
        }

        string sample = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return sample.StartsWith('<') ? OfXml(source) : ListRecognizer.Recognize(sample);
    }

    private static SeedFormat OfXml(PskcSource source)
    {
        using var cursor = new XmlCursor(source.OpenPass());
        cursor.Open();
        return cursor switch
        {
            { IsPskc: true } => SeedFormat.Pskc,
            { Name: "KeyContainer" or "SecretContainer" } when Uris.IsEarlyDraft(cursor.Namespace) => SeedFormat.PskcDraft,
            { Name: "Tokens" } => SeedFormat.SafeNetXml,
            _ => throw cursor.Fail(PskcError.NotPskc, "this is XML, but no seed file: neither a KeyContainer of RFC 6030, version 1.0, nor SafeNet's Tokens"),
        };
    }
}
