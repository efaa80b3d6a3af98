using System.Globalization;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Rules;

public sealed class GuessingOddsTests(ITestOutputHelper output)
{
    private static readonly ValidationRules Numbers = new();

    /// <summary>The rows of the README's table, computed from the rules.</summary>
    [Fact]
    public void The_README_states_the_odds_of_guessing_in_a_year_on_every_path()
    {
        string readme = Project.Read("hostsim", "HwToken.Validation", "README.md");
        int open = GuessingOdds.PublicTriesPerYear();
        int vouched = GuessingOdds.VouchedTriesPerYear(Numbers);
        int usual = (2 * Numbers.WindowSteps) + 1;
        int widest = (2 * (Numbers.WindowSteps + Numbers.MaxGrowthSteps)) + 1;
        int day = (2 * (int)(Numbers.ResyncWindow.TotalSeconds / 30)) + 1;
        string[] rows =
        [
            Row("sign-in, HOTP", vouched, GuessingOdds.OneCode(vouched, Numbers.LookAhead + 1)),
            Row("sign-in, TOTP", vouched, GuessingOdds.OneCode(vouched, usual)),
            Row("sign-in, TOTP after years in a drawer", vouched, GuessingOdds.OneCode(vouched, widest)),
            Row("reset behind a password, HOTP", vouched, GuessingOdds.Pair(vouched, Numbers.ResyncLookAhead + 1, 1)),
            Row("reset behind a password, TOTP", vouched, GuessingOdds.Pair(vouched, day, Numbers.MaxPairGapSteps)),
            Row("public test, HOTP", open, GuessingOdds.OneCode(open, Numbers.LookAhead + 1)),
            Row("public test, TOTP", open, GuessingOdds.OneCode(open, usual)),
            Row("public test, TOTP after years in a drawer", open, GuessingOdds.OneCode(open, widest)),
            Row("public reset, HOTP", open, GuessingOdds.Pair(open, Numbers.ResyncLookAhead + 1, 1)),
            Row("public reset, TOTP", open, GuessingOdds.Pair(open, (2 * Numbers.MaxLikelySteps) + 1, Numbers.MaxPairGapSteps)),
        ];
        output.WriteLine(string.Join('\n', rows));
        Assert.All(rows, row => Assert.Contains(row, readme, StringComparison.Ordinal));
    }

    [Fact]
    public void No_guesser_on_the_public_pages_gets_more_than_five_tries_a_day_in_the_long_run() =>
        Assert.InRange(GuessingOdds.PublicTriesPerYear(), 5 * 360, 5 * 380);

    private static string Row(string path, int tries, double odds) =>
        string.Create(CultureInfo.InvariantCulture, $"| {path} | {tries:N0} | {(odds >= 0.001 ? odds.ToString("P1", CultureInfo.InvariantCulture) : odds.ToString("0.0e-0", CultureInfo.InvariantCulture))} |");
}
