using System.Globalization;
using HwToken.Factory.Labels;

namespace HwToken.Factory.Tests.Labels;

public sealed class LabelTests
{
    private static readonly LabelText[] Labels = [.. Enumerable.Range(1, 26).Select(i => new LabelText($"DPHT{i:00000000}", "july", new DateOnly(2026, 7, 1)))];

    public static TheoryData<string, string, int, int> Sheets()
    {
        var data = new TheoryData<string, string, int, int>();
        foreach (LabelSheet sheet in LabelSheet.All)
        {
            data.Add(sheet.Name, "DPHT", 1, 1);
            data.Add(sheet.Name, "AVT", 123456, 7919);
        }

        return data;
    }

    /// <summary>A whole sheet at once is harder than a scanner over one label: a hundred corners, of which three belong together each time.</summary>
    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Every_QR_code_of_a_printed_sheet_is_read_by_an_independent_decoder_and_nothing_else(string name, string prefix, int first, int step)
    {
        Peer.Demand("pdftoppm", "zbarimg");
        string folder = Directory.CreateTempSubdirectory("hwtoken-label-").FullName;
        try
        {
            LabelSheet sheet = LabelSheet.Find(name);
            string[] ids = [.. Enumerable.Range(0, sheet.PerPage + Math.Min(sheet.PerPage, 7)).Select(i => prefix + (first + (i * step)).ToString(CultureInfo.InvariantCulture).PadLeft(12 - prefix.Length, '0'))];
            string pdf = Path.Combine(folder, "labels.pdf");
            await using (FileStream output = File.Create(pdf))
            {
                Assert.Equal(2, LabelPrinter.WritePdf(output, sheet, ids.Select(id => new LabelText(id, "july-2026", new DateOnly(2026, 7, 1)))));
            }

            for (int page = 1; page <= 2; page++)
            {
                string png = Path.Combine(folder, "page-" + Number(page));
                Peer.Run("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", "-f", Number(page), "-l", Number(page), pdf, png);
                string[] read = Peer.Run("zbarimg", "-q", "--raw", png + ".png").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(ids.Skip((page - 1) * sheet.PerPage).Take(sheet.PerPage).Order(), read.Order());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_module_is_on_whole_dots_of_a_300_dpi_printer()
    {
        var canvas = new DotCanvas();
        LabelDrawing.Draw(canvas, 0.31, 0.77, 62, 29, 1.5, Labels[0]);
        Assert.Equal(0, canvas.WorstOffset, 6);
    }

    [Fact]
    public void The_SVG_is_XML_with_a_title_and_no_text_that_needs_a_font()
    {
        var svg = System.Xml.Linq.XDocument.Parse(LabelPrinter.Svg(Labels[0]));
        Assert.Equal("DPHT00000001", svg.Root!.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "text");
    }

    [Fact]
    public void Labels_fit_on_their_sheets()
    {
        foreach (LabelSheet sheet in LabelSheet.All)
        {
            Assert.True(sheet.Left + ((sheet.Columns - 1) * sheet.StepX) + sheet.LabelWidth <= sheet.Width + 0.01, sheet.Name);
            Assert.True(sheet.Top + ((sheet.Rows - 1) * sheet.StepY) + sheet.LabelHeight <= sheet.Height + 0.6, sheet.Name);
            var canvas = new BoundsCanvas();
            LabelDrawing.Draw(canvas, 0, 0, sheet.LabelWidth, sheet.LabelHeight, sheet.Margin, Labels[0]);
            Assert.InRange(canvas.Tallest, 2.4, 4.6);
            Assert.InRange(canvas.Left, sheet.Margin - 0.05, sheet.LabelWidth);
            Assert.InRange(canvas.Right, 0, sheet.LabelWidth - sheet.Margin + 0.2);
            Assert.InRange(canvas.Top, sheet.Margin - 0.2, sheet.LabelHeight);
            Assert.InRange(canvas.Bottom, 0, sheet.LabelHeight - sheet.Margin + 0.2);
        }
    }

    [Fact]
    public void Used_up_labels_of_the_first_sheet_are_skipped()
    {
        using var pdf = new MemoryStream();
        Assert.Equal(2, LabelPrinter.WritePdf(pdf, LabelSheet.Find("a4-24"), Labels[..2], skip: 23));
        Assert.Throws<FactoryException>(() => LabelPrinter.WritePdf(pdf, LabelSheet.Find("a4-24"), Labels, skip: 24));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class BoundsCanvas : ILabelCanvas
    {
        public double Left { get; private set; } = double.MaxValue;

        public double Top { get; private set; } = double.MaxValue;

        public double Right { get; private set; }

        public double Bottom { get; private set; }

        public void Fill(double x, double y, double width, double height) => Add(x, y, x + width, y + height);

        /// <summary>Height of the largest letter.</summary>
        public double Tallest { get; private set; }

        public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
        {
            Tallest = Math.Max(Tallest, points.Max(point => point.Y) - points.Min(point => point.Y));
            Add(
                points.Min(point => point.X) - (thickness / 2),
                points.Min(point => point.Y) - (thickness / 2),
                points.Max(point => point.X) + (thickness / 2),
                points.Max(point => point.Y) + (thickness / 2));
        }

        private void Add(double left, double top, double right, double bottom) =>
            (Left, Top, Right, Bottom) = (Math.Min(Left, left), Math.Min(Top, top), Math.Max(Right, right), Math.Max(Bottom, bottom));
    }

    private sealed class DotCanvas : ILabelCanvas
    {
        public double WorstOffset { get; private set; }

        public void Fill(double x, double y, double width, double height)
        {
            foreach (double edge in new[] { x, y, width, height })
            {
                double dots = edge * 300 / 25.4;
                WorstOffset = Math.Max(WorstOffset, Math.Abs(dots - Math.Round(dots)));
            }
        }

        public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
        {
        }
    }
}
