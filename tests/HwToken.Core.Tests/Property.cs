using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HwToken.Core.Tests;

/// <summary>
/// Runs a property over generated values. The seed is fixed, so that a red run is red again; set HWTOKEN_SEED to try
/// another one. A failure says which seed it was.
/// </summary>
internal static class Property
{
    private const string Variable = "HWTOKEN_SEED";
    private const ulong FixedSeed = 4226;

    public static void Check<T>(Gen<T> values, Action<T> holds, int runs = 500)
    {
        Check(values, holds, runs, SeedFrom(Environment.GetEnvironmentVariable(Variable)));
    }

    public static void Check<T>(Gen<T> values, Action<T> holds, int runs, ulong seed)
    {
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(runs)
            .WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd(seed), null));
        try
        {
            FsCheck.Check.One(config, Prop.ForAll(values.ToArbitrary(), holds));
        }
        catch (Exception failure)
        {
            Assert.Fail($"Run again with {Variable}={seed}. {failure.Message}");
        }
    }

    public static ulong SeedFrom(string? text)
    {
        return string.IsNullOrEmpty(text) ? FixedSeed : ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
