namespace HwToken.Factory.Labels;

/// <summary>Black on white, in millimetres from the upper left corner.</summary>
internal interface ILabelCanvas
{
    void Fill(double x, double y, double width, double height);

    void Stroke(IReadOnlyList<(double X, double Y)> points, double thickness);
}
