using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HwToken.Factory.Labels;

/// <summary>
/// Writes the plainest PDF there is (ISO 32000-1, 7.5): a catalogue, pages of vector drawing, no fonts, no pictures. Page by page, so that
/// a lot of any size can be written.
/// </summary>
internal sealed class PdfFile
{
    private const int Catalogue = 1;
    private const int PageTree = 2;
    private const int Information = 3;

    private readonly Stream _output;
    private readonly List<long> _offsets = [0, 0, 0];
    private readonly List<int> _pages = [];
    private long _position;

    /// <param name="output">Written forward only.</param>
    public PdfFile(Stream output)
    {
        _output = output;

        // The second line tells programs that move files that this one is not text.
        Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /// <summary>Pages so far.</summary>
    public int PageCount => _pages.Count;

    public void Add(PdfPage page)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(page.Content);
        }

        int content = Begin();
        Write(string.Create(CultureInfo.InvariantCulture, $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"));
        Write(packed.ToArray());
        Write("\nendstream\nendobj\n");
        _pages.Add(Begin());
        Write(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {PageTree} 0 R /MediaBox [0 0 {page.Width:0.#####} {page.Height:0.#####}] /Resources << >> /Contents {content} 0 R >>\nendobj\n"));
    }

    /// <summary>Writes what closes the file.</summary>
    /// <param name="title">ASCII without parentheses.</param>
    public void Complete(string title)
    {
        Begin(Catalogue);
        Write($"<< /Type /Catalog /Pages {PageTree} 0 R >>\nendobj\n");
        Begin(PageTree);
        Write($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>\nendobj\n");
        Begin(Information);
        Write($"<< /Title ({title}) /Producer (HwToken) >>\nendobj\n");
        long table = _position;
        Write($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in _offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }

        Write($"trailer\n<< /Size {_offsets.Count + 1} /Root {Catalogue} 0 R /Info {Information} 0 R >>\nstartxref\n{table}\n%%EOF\n");
    }

    private int Begin()
    {
        _offsets.Add(0);
        Begin(_offsets.Count);
        return _offsets.Count;
    }

    private void Begin(int number)
    {
        _offsets[number - 1] = _position;
        Write($"{number} 0 obj\n");
    }

    private void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    private void Write(byte[] bytes)
    {
        _output.Write(bytes);
        _position += bytes.Length;
    }
}
