using System.Globalization;

namespace HwToken.Simulator.Screens;

/// <summary>What stands on the panel, read from its pixels.</summary>
/// <param name="Content">What it is.</param>
/// <param name="Code">The security code, or null.</param>
/// <param name="Lines">The words from top to bottom; beside a code the one that may stand below it, such as CHARGE.</param>
public sealed record ScreenReading(ScreenContent Content, string? Code, IReadOnlyList<string> Lines)
{
    /// <summary>No pixel is lit.</summary>
    public static ScreenReading Dark { get; } = new(ScreenContent.Dark, null, []);

    /// <summary>Not to be read.</summary>
    public static ScreenReading Unreadable { get; } = new(ScreenContent.Unreadable, null, []);

    /// <summary>The number behind <c>E</c> on an error screen, or null.</summary>
    public int? Error =>
        Content == ScreenContent.Text && Lines.Select(ErrorNumber).FirstOrDefault(number => number is not null) is { } error ? error : null;

    /// <summary>One line for a log: the code, the words, or what else it is.</summary>
    public string Describe() => Content switch
    {
        ScreenContent.Code => string.Join(" / ", Lines.Prepend(Code)),
        ScreenContent.Text => string.Join(" / ", Lines),
        ScreenContent.Dark => "dark",
        _ => "unreadable",
    };

    private static int? ErrorNumber(string line)
    {
        string word = line.Split(' ')[0];
        return word.Length is 2 or 3 && word[0] == 'E' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }
}
