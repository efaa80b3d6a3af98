using Xunit.Sdk;

namespace HwToken.House.Tests.TestKit;

/// <summary>Whoever fails on random input can fail on it again.</summary>
public sealed class SeededTests
{
    [Fact]
    public void A_round_that_fails_names_the_seed_with_which_it_is_the_first()
    {
        var drawn = new List<int>();
        Exception failure = Assert.ThrowsAny<Exception>(() => Seeded.Rounds(100, random => Fail(random, drawn, after: 12), seed: 1000));
        Assert.Contains("HWTOKEN_SEED=1011", failure.Message, StringComparison.Ordinal);

        var again = new List<int>();
        Assert.ThrowsAny<Exception>(() => Seeded.Rounds(1, random => Fail(random, again, after: 1), seed: 1011));
        Assert.Equal(drawn[^1], again[0]);
    }

    [Fact]
    public async Task A_run_that_fails_at_its_own_input_names_its_seed()
    {
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => Seeded.RunAsync(77, random => Task.FromResult(Array.Empty<int>()[random.Next(1)])));
        Assert.Matches("HWTOKEN_SEED=[0-9]+", failure.Message);
        Assert.IsType<IndexOutOfRangeException>(failure.InnerException);
    }

    /// <summary>No Record.Exception here: it lets a skip through, and this test would be skipped itself.</summary>
    [Fact]
    public void A_test_that_is_skipped_stays_skipped()
    {
        SkipException? skipped = null;
        try
        {
            Seeded.Rounds(1, _ => throw SkipException.ForSkip("no peer"), seed: 1);
        }
        catch (SkipException skip)
        {
            skipped = skip;
        }

        Assert.NotNull(skipped);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("12", 12)]
    public void The_environment_may_name_a_seed(string? variable, int? seed) => Assert.Equal(seed, Seeded.Read(variable));

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_seed_that_is_none_is_refused(string variable) => Assert.ThrowsAny<FormatException>(() => Seeded.Read(variable));

    private static void Fail(Random random, List<int> drawn, int after)
    {
        drawn.Add(random.Next());
        if (drawn.Count == after)
        {
            throw new InvalidOperationException("planted");
        }
    }
}
