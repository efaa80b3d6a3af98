using HwToken.Core.Otp;
using HwToken.Firmware.Screens;

namespace HwToken.Simulator.Screens;

/// <summary>Reads a security code: six to eight big digits in two groups, and nothing else but the bar.</summary>
internal static class CodeReader
{
    /// <summary>The page between digits and bar: dark, or a line of small text.</summary>
    public const int NotePage = DigitGlyphs.Pages;

    private const int BarPage = 7;
    private const byte BarFull = 0x7C;
    private const byte BarEmpty = 0x10;

    private static readonly Dictionary<int, byte[][]> Glyphs = new[] { DigitGlyphs.WideColumns, DigitGlyphs.NarrowColumns }
        .ToDictionary(columns => columns, columns => Enumerable.Range(0, 10).Select(digit => DigitGlyphs.Of(digit, columns)).ToArray());

    /// <returns>Null when no code stands there.</returns>
    public static string? Read(PanelPicture picture)
    {
        if (!IsBarOrDark(picture))
        {
            return null;
        }

        for (int digits = OtpParameters.MinDigits; digits <= OtpParameters.MaxDigits; digits++)
        {
            if (Read(picture, digits) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    private static string? Read(PanelPicture picture, int digits)
    {
        int columns = digits == OtpParameters.MinDigits ? DigitGlyphs.WideColumns : DigitGlyphs.NarrowColumns;
        var code = new char[digits];
        int free = 0;
        for (int position = 0; position < digits; position++)
        {
            int x = ColumnOf(position, digits, columns);
            int digit = Array.FindIndex(Glyphs[columns], glyph => Matches(picture, x, columns, glyph));
            if (digit < 0 || !picture.IsDark(0, DigitGlyphs.Pages, free, x - free))
            {
                return null;
            }

            code[position] = (char)('0' + digit);
            free = x + columns;
        }

        return picture.IsDark(0, DigitGlyphs.Pages, free, PanelPicture.Columns - free) ? new string(code) : null;
    }

    /// <summary>Where a person looks for the n-th digit: two groups, the shorter one first, centred, 2 columns between digits, 12 between groups.</summary>
    private static int ColumnOf(int position, int digits, int columns)
    {
        int width = (digits * (columns + 2)) + 8;
        return ((PanelPicture.Columns - width) / 2) + (position * (columns + 2)) + (position >= digits / 2 ? 10 : 0);
    }

    private static bool Matches(PanelPicture picture, int x, int columns, byte[] glyph)
    {
        for (int page = 0; page < DigitGlyphs.Pages; page++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (picture[page, x + column] != glyph[(page * columns) + column])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsBarOrDark(PanelPicture picture)
    {
        var bar = Enumerable.Range(0, PanelPicture.Columns).Select(x => picture[BarPage, x]).ToArray();
        return bar.All(value => value == 0) || bar.SkipWhile(value => value == BarFull).All(value => value == BarEmpty);
    }
}
