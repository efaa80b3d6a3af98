using System.Text.RegularExpressions;

namespace HwToken.Interop.Documents;

/// <summary>What a document shows as a program's output, held against what the program printed.</summary>
internal static class ShownOutput
{
    private const string Any = "…";

    /// <summary>True when it fits: <c>…</c> in a line stands for anything, a line of <c>…</c> alone for any number of lines.</summary>
    /// <param name="shown">The document's text.</param>
    /// <param name="printed">The program's.</param>
    public static bool Fits(string shown, string printed)
    {
        IEnumerable<string> lines = Lines(shown).Select(line => line == Any ? "(?:[^\n]*\n)*?" : string.Join("[^\n]*", line.Split(Any).Select(Regex.Escape)) + "\n");
        return Regex.IsMatch(string.Concat(Lines(printed).Select(line => line + "\n")), @"\A" + string.Concat(lines) + @"\z");
    }

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd());
}
