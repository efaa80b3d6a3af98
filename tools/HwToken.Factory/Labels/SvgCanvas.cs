using System.Globalization;
using System.Text;

namespace HwToken.Factory.Labels;

/// <summary>Draws into SVG, one user unit a millimetre.</summary>
internal sealed class SvgCanvas : ILabelCanvas
{
    private readonly StringBuilder _fills = new();
    private readonly StringBuilder _strokes = new();

    public void Fill(double x, double y, double width, double height) =>
        _fills.Append(CultureInfo.InvariantCulture, $"M{x:0.###} {y:0.###}h{width:0.###}v{height:0.###}h{-width:0.###}z");

    public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        _strokes.Append(CultureInfo.InvariantCulture, $"  <polyline stroke-width=\"{thickness:0.###}\" points=\"");
        _strokes.AppendJoin(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.###},{point.Y:0.###}")));
        _strokes.Append("\"/>\n");
    }

    /// <param name="title">What it is, for screen readers and file managers.</param>
    /// <param name="width">Millimetres.</param>
    /// <param name="height">Millimetres.</param>
    public string ToSvg(string title, double width, double height) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">
          <title>{title}</title>
          <rect width="{width}" height="{height}" fill="white"/>
          <path fill="black" shape-rendering="crispEdges" d="{_fills}"/>
          <g fill="none" stroke="black" stroke-linecap="round" stroke-linejoin="round">
        {_strokes}  </g>
        </svg>

        """);
}
