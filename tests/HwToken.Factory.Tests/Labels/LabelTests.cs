using System.Diagnostics;
using HwToken.Factory.Labels;

namespace HwToken.Factory.Tests.Labels;

public sealed class LabelTests
{
    private static readonly LabelText[] Labels = [.. Enumerable.Range(1, 26).Select(i => new LabelText($"DPHT{i:00000000}", "july", new DateOnly(2026, 7, 1)))];

    public static TheoryData<string> Sheets() => [.. LabelSheet.All.Select(sheet => sheet.Name)];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task First_middle_and_last_QR_code_of_a_sheet_are_read_by_an_independent_decoder(string name)
    {
        Need("pdftoppm", "zbarimg");
        string folder = Directory.CreateTempSubdirectory("hwtoken-label-").FullName;
        try
        {
            LabelSheet sheet = LabelSheet.Find(name);
            LabelText[] labels = Labels[..Math.Min(Labels.Length, 2 * sheet.PerPage)];
            await using (FileStream pdf = File.Create(Path.Combine(folder, "labels.pdf")))
            {
                Assert.Equal((labels.Length + sheet.PerPage - 1) / sheet.PerPage, LabelPrinter.WritePdf(pdf, sheet, labels));
            }

            string pdfPath = Path.Combine(folder, "labels.pdf");
            foreach (int place in new[] { 0, labels.Length / 2, labels.Length - 1 })
            {
                // One label at a time, as a scanner sees it: on a full sheet the decoder mixes up neighbours' corners.
                int onPage = place % sheet.PerPage;
                string png = Path.Combine(folder, $"label-{place}");
                await RunAsync(
                    "pdftoppm",
                    ["-r", "300", "-png", "-singlefile", "-f", Number((place / sheet.PerPage) + 1), "-l", Number((place / sheet.PerPage) + 1),
                    "-x", Pixels(sheet.Left + (onPage % sheet.Columns * sheet.StepX)), "-y", Pixels(sheet.Top + (onPage / sheet.Columns * sheet.StepY)),
                    "-W", Pixels(sheet.LabelWidth), "-H", Pixels(sheet.LabelHeight), pdfPath, png]);
                Assert.Equal(labels[place].Id, (await RunAsync("zbarimg", "-q", "--raw", png + ".png")).Trim());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
            LabelDrawing.Draw(canvas, 0, 0, sheet.LabelWidth, sheet.LabelHeight, Labels[0]);
            Assert.InRange(canvas.Right, 0, sheet.LabelWidth - 1);
            Assert.InRange(canvas.Bottom, 0, sheet.LabelHeight - 1);
        }
    }

    [Fact]
    public void Used_up_labels_of_the_first_sheet_are_skipped()
    {
        using var pdf = new MemoryStream();
        Assert.Equal(2, LabelPrinter.WritePdf(pdf, LabelSheet.Find("a4-24"), Labels[..2], skip: 23));
        Assert.Throws<FactoryException>(() => LabelPrinter.WritePdf(pdf, LabelSheet.Find("a4-24"), Labels, skip: 24));
    }

    private static string Pixels(double millimetres) => Number((int)Math.Round(millimetres / 25.4 * 300));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Need(params string[] tools)
    {
        foreach (string tool in tools)
        {
            bool isThere = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
            if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
            {
                Assert.Skip($"{tool} is not installed (packages poppler-utils, zbar-tools).");
            }

            Assert.True(isThere, $"{tool} is missing.");
        }
    }

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return output;
    }

    private sealed class BoundsCanvas : ILabelCanvas
    {
        public double Right { get; private set; }

        public double Bottom { get; private set; }

        public void Fill(double x, double y, double width, double height) => (Right, Bottom) = (Math.Max(Right, x + width), Math.Max(Bottom, y + height));

        public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness) =>
            (Right, Bottom) = (Math.Max(Right, points.Max(point => point.X) + (thickness / 2)), Math.Max(Bottom, points.Max(point => point.Y) + (thickness / 2)));
    }
}
