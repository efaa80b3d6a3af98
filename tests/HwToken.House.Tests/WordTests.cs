using System.Text.RegularExpressions;

namespace HwToken.House.Tests;

/// <summary>One word for one thing: words that were put out do not come back.</summary>
public partial class WordTests
{
    [Fact]
    public void Words_that_were_put_out_stay_out() =>
        Assert.Empty(Texts().SelectMany(file => PutOut().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetRelativePath(House.Root, file)}: {match.Value}")));

    [Theory]
    [InlineData("サインインしてください", true)]
    [InlineData("同期ずれの補正", true)]
    [InlineData("Find my cause", true)]
    [InlineData("1 credentials were imported", true)]
    [InlineData("ログインしてください", false)]
    [InlineData("11 credentials were imported", false)]
    public void A_word_that_was_put_out_is_seen(string text, bool isSeen) => Assert.Equal(isSeen, PutOut().IsMatch(text));

    private static IEnumerable<string> Texts() =>
        ((string[])["*.cs", "*.cshtml", "*.js", "*.html", "*.md"]).SelectMany(kind => Directory.EnumerateFiles(Path.Combine(House.Root, "hostsim"), kind, SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    // Japanese: login and log-out are loan words of one kind, the drift is written as the manuals write it, OTP is no word for people.
    [GeneratedRegex(@"サイン(イン|アウト)|同期ずれ|自分の原因|英字と数字を混ぜる|パスワード: ?OK|Find my cause|quiet place|\b1 credentials\b|Clock chip: right")]
    private static partial Regex PutOut();
}
