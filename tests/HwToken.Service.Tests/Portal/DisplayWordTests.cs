using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;

namespace HwToken.Service.Tests.Portal;

/// <summary>The help page explains all that a token's display can say.</summary>
public partial class DisplayWordTests
{
    [Fact]
    public void Every_code_of_the_firmwares_table_is_explained_with_its_words()
    {
        (string Code, string Words)[] table = [.. Rows().Matches(File.ReadAllText(Firmware())).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];
        Assert.Equal(12, table.Length);
        Assert.Equal(table, DisplayWords.All.Select(word => (word.Code, word.Words.Length == 0 ? "below a code" : word.Words)));
    }

    [Fact]
    public void Every_explanation_stands_in_both_languages()
    {
        foreach (DisplayWord word in DisplayWords.All)
        {
            (Cause ja, Cause en) = (word.ToCause(new LocalText("ja")), word.ToCause(new LocalText("en")));
            Assert.Matches("^display-[a-z0-9-]+$", en.Word);
            Assert.Equal(ja.Word, en.Word);
            Assert.Matches(@"\p{IsHiragana}", ja.What + ja.Next);
            Assert.DoesNotMatch(@"\p{IsHiragana}", en.What + en.Next);
        }
    }

    [GeneratedRegex(@"^\| `(E\d+|CHARGE|NEW CELLS)` \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    private static string Firmware([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "firmware", "README.md"));
}
