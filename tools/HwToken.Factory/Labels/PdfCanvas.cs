using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;

namespace HwToken.Factory.Labels;

/// <summary>Draws into the content of a PDF page: lines and bars, in millimetres from the upper left corner. It needs no font.</summary>
internal sealed class PdfCanvas : ILabelCanvas
{
    /// <summary>PDF counts in points.</summary>
    public const double PointsPerMillimetre = 72 / 25.4;

    private readonly Stream _content;

    /// <param name="content">The page's content.</param>
    /// <param name="height">The page's height in millimetres: PDF counts from its lower edge.</param>
    public PdfCanvas(Stream content, double height)
    {
        _content = content;
        Write(new ModifyCurrentTransformationMatrix([PointsPerMillimetre, 0, 0, -PointsPerMillimetre, 0, height * PointsPerMillimetre]));

        // Round, as in the SVG.
        Write(new SetLineCap(LineCapStyle.Round));
        Write(new SetLineJoin(LineJoinStyle.Round));
    }

    public void Fill(double x, double y, double width, double height)
    {
        Write(new AppendRectangle(Round(x), Round(y), Round(width), Round(height)));
        Write(FillPathNonZeroWinding.Value);
    }

    public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        Write(new SetLineWidth(Round(thickness)));
        Write(new BeginNewSubpath(Round(points[0].X), Round(points[0].Y)));
        foreach ((double x, double y) in points.Skip(1))
        {
            Write(new AppendStraightLineSegment(Round(x), Round(y)));
        }

        Write(StrokePath.Value);
    }

    /// <summary>To 10 nm, a thousandth of a dot of the finest printer: the file is half as large.</summary>
    private static double Round(double millimetres) => Math.Round(millimetres, 5);

    private void Write(IGraphicsStateOperation operation) => operation.Write(_content);
}
