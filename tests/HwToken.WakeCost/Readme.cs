using System.Runtime.CompilerServices;

namespace HwToken.WakeCost;

/// <summary>Tables in firmware/README.md that tests write, each between two comments with its name.</summary>
internal static class Readme
{
    private static readonly string FilePath = Find();

    /// <summary>Compares a table with the README's; HWTOKEN_APPROVE=1 writes it there.</summary>
    public static void Check(string name, string table)
    {
        string text = File.ReadAllText(FilePath);
        string begin = $"<!-- {name}: written by tests/HwToken.WakeCost -->\n";
        string end = $"<!-- end of {name} -->";
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"firmware/README.md has no place for the table '{name}'.");
        if (Environment.GetEnvironmentVariable("HWTOKEN_APPROVE") == "1")
        {
            text = text[..from] + table + text[to..];
            File.WriteAllText(FilePath, text);
            to = from + table.Length;
        }

        Assert.Equal(table, text[from..to]);
    }

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "firmware", "README.md"));
}
