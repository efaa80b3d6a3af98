using Writer = NanoBoard.Output.Png;

namespace HwToken.Simulator.Screens;

/// <summary>A picture of a display as PNG: two colours, one bit a pixel, so a few hundred bytes.</summary>
public static class Png
{
    /// <summary>Draws the panel with a dark border, four times its size.</summary>
    /// <param name="picture">What it shows.</param>
    public static byte[] Of(PanelPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Writer.Write(PanelPicture.Columns, PanelPicture.Rows, picture.IsLit);
    }
}
