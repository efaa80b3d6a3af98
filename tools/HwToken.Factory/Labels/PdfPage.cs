using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace HwToken.Factory.Labels;

/// <summary>One page of a PDF that bears vector drawing only: lines and bars, in millimetres from the upper left corner. It needs no font.</summary>
internal sealed class PdfPage : ILabelCanvas
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly List<IGraphicsStateOperation> _operations;

    /// <param name="file">Gets the page.</param>
    /// <param name="width">Millimetres.</param>
    /// <param name="height">Millimetres.</param>
    public PdfPage(PdfDocumentBuilder file, double width, double height)
    {
        _operations = file.AddPage(width * PointsPerMillimetre, height * PointsPerMillimetre).CurrentStream.Operations;

        // PDF counts points from the lower left corner; round caps and joins, as in the SVG.
        _operations.Add(new ModifyCurrentTransformationMatrix([PointsPerMillimetre, 0, 0, -PointsPerMillimetre, 0, height * PointsPerMillimetre]));
        _operations.Add(new SetLineCap(LineCapStyle.Round));
        _operations.Add(new SetLineJoin(LineJoinStyle.Round));
    }

    public void Fill(double x, double y, double width, double height)
    {
        _operations.Add(new AppendRectangle(x, y, width, height));
        _operations.Add(FillPathNonZeroWinding.Value);
    }

    public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        _operations.Add(new SetLineWidth(thickness));
        _operations.Add(new BeginNewSubpath(points[0].X, points[0].Y));
        foreach ((double x, double y) in points.Skip(1))
        {
            _operations.Add(new AppendStraightLineSegment(x, y));
        }

        _operations.Add(StrokePath.Value);
    }
}
