using System.Text;

namespace HwToken.Simulator.Screens;

/// <summary>A picture as text: two rows of pixels a line, in half blocks. For approved files and terminals.</summary>
public static class TextArt
{
    /// <summary>Draws 32 lines of 128 characters, without trailing blanks.</summary>
    public static string Of(PanelPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var art = new StringBuilder();
        for (int y = 0; y < PanelPicture.Rows; y += 2)
        {
            var line = new StringBuilder();
            for (int x = 0; x < PanelPicture.Columns; x++)
            {
                line.Append((picture.IsLit(x, y), picture.IsLit(x, y + 1)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }

            art.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return art.ToString();
    }
}
