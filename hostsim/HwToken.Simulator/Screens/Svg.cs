using System.Globalization;
using System.Text;

namespace HwToken.Simulator.Screens;

/// <summary>A picture as SVG, in the blue-white of a small OLED. One path for all pixels: a few kilobytes.</summary>
public static class Svg
{
    private const int Border = 4;

    /// <summary>Draws the panel with a dark border; rows of lit pixels are joined into one run each.</summary>
    public static string Of(PanelPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var path = new StringBuilder();
        for (int y = 0; y < PanelPicture.Rows; y++)
        {
            for (int x = 0; x < PanelPicture.Columns; x++)
            {
                int start = x;
                while (x < PanelPicture.Columns && picture.IsLit(x, y))
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        int width = PanelPicture.Columns + (2 * Border);
        int height = PanelPicture.Rows + (2 * Border);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-{Border} -{Border} {width} {height}" width="{4 * width}" height="{4 * height}" shape-rendering="crispEdges">
              <rect x="-{Border}" y="-{Border}" width="{width}" height="{height}" rx="3" fill="#05080d"/>
              <path fill="#bfe9ff" d="{path}"/>
            </svg>

            """);
    }
}
