using System.Text;
using HwToken.Keeping;
using UglyToad.PdfPig.Writer;

namespace HwToken.Factory.Labels;

/// <summary>Makes labels: a PDF with as many pages as the sheets need, or one SVG a unit.</summary>
public static class LabelPrinter
{
    /// <summary>Size of a label in SVG, in millimetres: that of a common label roll.</summary>
    private const double SvgWidth = 62;
    private const double SvgHeight = 29;
    private const double SvgMargin = 1.5;

    /// <summary>One label as SVG.</summary>
    public static string Svg(LabelText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var canvas = new SvgCanvas();
        LabelDrawing.Draw(canvas, 0, 0, SvgWidth, SvgHeight, SvgMargin, text);
        return canvas.ToSvg(text.Id, SvgWidth, SvgHeight);
    }

    /// <summary>Writes one label as SVG.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="text">What stands on it.</param>
    public static void WriteSvg(string path, LabelText text)
    {
        byte[] svg = Encoding.UTF8.GetBytes(Svg(text));
        WholeFile.Replace(path, stream => stream.Write(svg));
    }

    /// <summary>Writes labels into a PDF file, whole or not at all; an older one is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="labels">What stands on them, in order.</param>
    /// <param name="skip">Labels of the first sheet that are used up already.</param>
    /// <returns>How many pages.</returns>
    public static int WritePdf(string path, LabelSheet sheet, IEnumerable<LabelText> labels, int skip = 0)
    {
        int pages = 0;
        WholeFile.Replace(path, output => pages = WritePdf(output, sheet, labels, skip));
        return pages;
    }

    /// <summary>Writes labels as PDF.</summary>
    /// <param name="output">Where to; written forward only, stays open. Nothing of it is of use when this throws.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="labels">What stands on them, in order.</param>
    /// <param name="skip">Labels of the first sheet that are used up already.</param>
    /// <returns>How many pages.</returns>
    public static int WritePdf(Stream output, LabelSheet sheet, IEnumerable<LabelText> labels, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(labels);
        if (skip < 0 || skip >= sheet.PerPage)
        {
            throw new FactoryException($"A sheet '{sheet.Name}' has {sheet.PerPage} labels: skip 0 to {sheet.PerPage - 1} of them.");
        }

        using var file = new PdfDocumentBuilder(output, disposeStream: false) { DocumentInformation = { Title = "HwToken labels", Producer = "HwToken" } };
        using IEnumerator<LabelText> rest = labels.GetEnumerator();
        for (int used = skip; Take(rest, sheet.PerPage - used) is { Count: > 0 } onPage; used = 0)
        {
            PdfPageBuilder page = file.AddPage(sheet.Width * PdfCanvas.PointsPerMillimetre, sheet.Height * PdfCanvas.PointsPerMillimetre);
            page.CurrentStream.Operations.Add(new PdfLabels(sheet, used, onPage));
        }

        return file.Pages.Count > 0 ? file.Pages.Count : throw new FactoryException("There is nothing to label.");
    }

    private static List<LabelText> Take(IEnumerator<LabelText> labels, int count)
    {
        var taken = new List<LabelText>(count);
        while (taken.Count < count && labels.MoveNext())
        {
            taken.Add(labels.Current);
        }

        return taken;
    }
}
