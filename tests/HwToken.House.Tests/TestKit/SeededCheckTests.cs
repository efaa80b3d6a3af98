using FsCheck.Fluent;
using Xunit.Sdk;

namespace HwToken.House.Tests.TestKit;

public sealed class SeededCheckTests
{
    [Fact]
    public void A_false_property_fails_and_names_its_seed()
    {
        XunitException failure = Assert.ThrowsAny<XunitException>(
            () => Seeded.Check(Gen.Choose(0, 9), n => Assert.True(n < 5), 100, 77));

        Assert.Contains("HWTOKEN_SEED=77", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_values_and_another_seed_gives_others()
    {
        Assert.Equal(Values(1), Values(1));
        Assert.NotEqual(Values(1), Values(2));
    }

    [Fact]
    public void Every_run_that_is_asked_for_takes_place()
    {
        int runs = 0;
        Seeded.Check(Gen.Choose(0, 9), _ => runs++, 321, 1);
        Assert.Equal(321, runs);
    }

    private static List<int> Values(int seed)
    {
        List<int> seen = [];
        Seeded.Check(Gen.Choose(0, int.MaxValue), seen.Add, 20, seed);
        return seen;
    }
}
