using HwToken.Firmware.Screens;

namespace HwToken.Simulator.Screens;

/// <summary>Reads centred lines of text in the firmware's three sizes.</summary>
internal static class TextReader
{
    private const int CellColumns = Font.GlyphColumns + 1;

    /// <returns>Null when something is lit that is no text.</returns>
    public static IReadOnlyList<string>? Read(PanelPicture picture)
    {
        var lines = new List<string>();
        for (int page = 0; page < PanelPicture.Pages;)
        {
            if (picture.IsDark(page, 1))
            {
                page++;
                continue;
            }

            if (ReadLine(picture, page) is not var (text, pages))
            {
                return null;
            }

            lines.Add(text);
            page += pages;
        }

        return lines;
    }

    /// <summary>Reads one page that may hold a line of small text.</summary>
    /// <returns>The line, nothing for a dark page, or null when something is lit that is no text.</returns>
    public static IReadOnlyList<string>? ReadSmall(PanelPicture picture, int page)
    {
        if (picture.IsDark(page, 1))
        {
            return [];
        }

        for (int count = PanelPicture.Columns / CellColumns; count > 0; count--)
        {
            if (ReadLine(picture, page, TextSize.Small, count) is { } text)
            {
                return [text];
            }
        }

        return null;
    }

    private static (string Text, int Pages)? ReadLine(PanelPicture picture, int page)
    {
        foreach (var (size, pages, scale) in new[] { (TextSize.Large, 2, 2), (TextSize.Tall, 2, 1), (TextSize.Small, 1, 1) })
        {
            for (int count = PanelPicture.Columns / (CellColumns * scale); page + pages <= PanelPicture.Pages && count > 0; count--)
            {
                if (ReadLine(picture, page, size, count) is { } text)
                {
                    return (text, pages);
                }
            }
        }

        return null;
    }

    private static string? ReadLine(PanelPicture picture, int page, TextSize size, int count)
    {
        int scale = size == TextSize.Large ? 2 : 1;
        int pages = size == TextSize.Small ? 1 : 2;
        int width = ((count * CellColumns) - 1) * scale;
        int left = (PanelPicture.Columns - width) / 2;
        if (!picture.IsDark(page, pages, 0, left) || !picture.IsDark(page, pages, left + width, PanelPicture.Columns - left - width))
        {
            return null;
        }

        var text = new char[count];
        for (int i = 0; i < count; i++)
        {
            int x = left + (i * CellColumns * scale);
            bool isGapDark = i == count - 1 || picture.IsDark(page, pages, x + (Font.GlyphColumns * scale), scale);
            if (!isGapDark || Character(picture, page, x, scale, pages == 2) is not { } character)
            {
                return null;
            }

            text[i] = character;
        }

        // A blank at an edge would be a shorter line in another place; spaces inside are words.
        return text[0] == ' ' ? null : new string(text).TrimEnd();
    }

    private static char? Character(PanelPicture picture, int page, int x, int scale, bool isHigh)
    {
        Span<byte> columns = stackalloc byte[Font.GlyphColumns];
        for (int column = 0; column < Font.GlyphColumns; column++)
        {
            for (int copy = 0; copy < scale; copy++)
            {
                int at = x + (column * scale) + copy;
                int? bits = isHigh ? Halve(picture[page, at] | (picture[page + 1, at] << 8)) : picture[page, at];
                if (bits is null || (copy > 0 && bits != columns[column]))
                {
                    return null;
                }

                columns[column] = (byte)bits;
            }
        }

        for (char candidate = ' '; candidate <= 'Z'; candidate++)
        {
            if (IsGlyph(candidate, columns))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>16 rows of doubled pixels to 8; null when two rows of a pair differ.</summary>
    private static int? Halve(int rows)
    {
        int halved = 0;
        for (int bit = 0; bit < 8; bit++)
        {
            int pair = (rows >> (2 * bit)) & 3;
            if (pair is 1 or 2)
            {
                return null;
            }

            halved |= (pair & 1) << bit;
        }

        return halved;
    }

    private static bool IsGlyph(char candidate, ReadOnlySpan<byte> columns)
    {
        byte[] glyph = new byte[Font.GlyphColumns];
        Font.Copy(candidate, glyph, 0);
        return columns.SequenceEqual(glyph);
    }
}
