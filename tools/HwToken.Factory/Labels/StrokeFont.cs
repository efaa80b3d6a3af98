namespace HwToken.Factory.Labels;

/// <summary>
/// The project's own stroke letters for labels: one width, square corners cut off, a slashed zero, a footed 1, so that machines and people
/// tell 0 from O, 1 from I and 5 from S. Drawn as lines, so that no font has to be there when a label is made or printed.
/// </summary>
internal static class StrokeFont
{
    /// <summary>Width of a letter in grid units.</summary>
    public const double Width = 4;

    /// <summary>Height of a letter in grid units.</summary>
    public const double Height = 6;

    /// <summary>From letter to letter.</summary>
    public const double Advance = 6;

    /// <summary>Strokes are this thick.</summary>
    public const double Pen = 0.85;

    /// <summary>Polylines of a letter: points as digit pairs (x 0-4, y 0-6 from the top), strokes parted by spaces.</summary>
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['0'] = "103041453616050110 1531",
        ['1'] = "112026 1636",
        ['2'] = "01103041420646",
        ['3'] = "0110304142334445361605 1333",
        ['4'] = "36300444",
        ['5'] = "4000033344453606",
        ['6'] = "4130100105163645443303",
        ['7'] = "004016",
        ['8'] = "103041423313020110 1304051636454433",
        ['9'] = "0516364541301001021343",
        ['A'] = "0602204246 0444",
        ['B'] = "00063645443303 3342413000",
        ['C'] = "4130100105163645",
        ['D'] = "00062644422000",
        ['E'] = "40000646 0333",
        ['F'] = "400006 0333",
        ['G'] = "41301001051636454323",
        ['H'] = "0006 4046 0343",
        ['I'] = "1030 2026 1636",
        ['J'] = "4045361605",
        ['K'] = "0006 4003 0346",
        ['L'] = "000646",
        ['M'] = "0600234046",
        ['N'] = "06004640",
        ['O'] = "103041453616050110",
        ['P'] = "06003041423303",
        ['Q'] = "103041453616050110 2446",
        ['R'] = "06003041423303 2346",
        ['S'] = "413010010213334445361605",
        ['T'] = "0040 2026",
        ['U'] = "000516364540",
        ['V'] = "002640",
        ['W'] = "0016233640",
        ['X'] = "0046 4006",
        ['Y'] = "0023 4023 2326",
        ['Z'] = "00400646",
        ['-'] = "1333",
        ['.'] = "2526",
        ['_'] = "0646",
    };

    /// <summary>Strokes of a letter, as points on the grid; a letter that is not known is an empty box.</summary>
    public static IEnumerable<(double X, double Y)[]> Strokes(char letter)
    {
        if (letter == ' ')
        {
            yield break;
        }

        string strokes = Letters.GetValueOrDefault(letter, "0040460600");
        foreach (string stroke in strokes.Split(' '))
        {
            (double X, double Y)[] points = [.. stroke.Chunk(2).Select(pair => ((double)(pair[0] - '0'), (double)(pair[1] - '0')))];
            yield return points;
        }
    }
}
