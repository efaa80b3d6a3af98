using FsCheck;
using FsCheck.Fluent;

namespace HwToken.TestKit;

/// <content>Properties over generated values.</content>
public static partial class Seeded
{
    /// <summary>Fixed, so that a red run is red again.</summary>
    private const int FixedSeed = 4226;

    /// <summary>Checks a property.</summary>
    /// <param name="values">What it ranges over.</param>
    /// <param name="holds">Throws where it does not hold.</param>
    /// <param name="runs">How many values are tried.</param>
    public static void Check<T>(Gen<T> values, Action<T> holds, int runs = 500) => Check(values, holds, runs, Or(FixedSeed));

    /// <summary>Checks a property.</summary>
    /// <param name="values">What it ranges over.</param>
    /// <param name="holds">Throws where it does not hold.</param>
    /// <param name="runs">How many values are tried.</param>
    /// <param name="seed">Of the generator.</param>
    public static void Check<T>(Gen<T> values, Action<T> holds, int runs, int seed)
    {
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(runs)
            .WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd((ulong)seed), null));
        try
        {
            FsCheck.Check.One(config, Prop.ForAll(values.ToArbitrary(), holds));
        }
        catch (Exception failure)
        {
            Assert.Fail($"Run again with {Variable}={seed}. {failure.Message}");
        }
    }
}
