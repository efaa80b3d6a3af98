using System.Globalization;
using System.Text;

namespace HwToken.Factory.Labels;

/// <summary>One page of a <see cref="PdfFile"/>: lines and bars, in millimetres from the upper left corner.</summary>
internal sealed class PdfPage : ILabelCanvas
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly StringBuilder _content = new();

    /// <param name="width">Millimetres.</param>
    /// <param name="height">Millimetres.</param>
    public PdfPage(double width, double height)
    {
        (Width, Height) = (width * PointsPerMillimetre, height * PointsPerMillimetre);

        // PDF counts points from the lower left corner; round caps and joins, as in the SVG.
        _content.Append(CultureInfo.InvariantCulture, $"{PointsPerMillimetre:0.########} 0 0 {-PointsPerMillimetre:0.########} 0 {Height:0.#####} cm 1 J 1 j\n");
    }

    /// <summary>Width in points.</summary>
    public double Width { get; }

    /// <summary>Height in points.</summary>
    public double Height { get; }

    /// <summary>The page's drawing operators.</summary>
    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    public void Fill(double x, double y, double width, double height) =>
        _content.Append(CultureInfo.InvariantCulture, $"{x:0.#####} {y:0.#####} {width:0.#####} {height:0.#####} re f\n");

    public void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        _content.Append(CultureInfo.InvariantCulture, $"{thickness:0.###} w");
        for (int i = 0; i < points.Count; i++)
        {
            _content.Append(CultureInfo.InvariantCulture, $" {points[i].X:0.###} {points[i].Y:0.###} {(i == 0 ? 'm' : 'l')}");
        }

        _content.Append(" S\n");
    }
}
