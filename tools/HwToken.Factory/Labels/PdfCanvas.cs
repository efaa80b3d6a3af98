using PdfSharp.Drawing;

namespace HwToken.Factory.Labels;

/// <summary>Draws onto a PDF page.</summary>
internal sealed class PdfCanvas(XGraphics graphics) : ILabelCanvas
{
    public void Fill(double x, double y, double width, double height) =>
        graphics.DrawRectangle(XBrushes.Black, Points(x), Points(y), Points(width), Points(height));

    public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        var pen = new XPen(XColors.Black, Points(thickness)) { LineCap = XLineCap.Round, LineJoin = XLineJoin.Round };
        graphics.DrawLines(pen, [.. points.Select(point => new XPoint(Points(point.X), Points(point.Y)))]);
    }

    private static double Points(double millimetres) => XUnit.FromMillimeter(millimetres).Point;
}
