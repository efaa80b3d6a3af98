namespace HwToken.Simulator.Power;

/// <summary>The panel: its current is base + allPixels × litShare × contrast / 255.</summary>
/// <param name="BaseMilliamperes">Charge pump and logic.</param>
/// <param name="AllPixelsMilliamperes">All pixels lit, full contrast.</param>
/// <param name="LitShareOfACode">Share of the pixels that a code lights.</param>
/// <param name="Contrast">The contrast that the firmware sets.</param>
internal sealed record PanelFigures(double BaseMilliamperes, double AllPixelsMilliamperes, double LitShareOfACode, byte Contrast)
{
    private const double FullContrast = 255;

    /// <summary>Current while a code is shown.</summary>
    /// <param name="contrast">0 to 255.</param>
    public double Milliamperes(byte contrast) => BaseMilliamperes + (AllPixelsMilliamperes * LitShareOfACode * contrast / FullContrast);
}
