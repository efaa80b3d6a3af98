using System.Globalization;
using Xunit.Sdk;

namespace HwToken.TestKit;

/// <summary>
/// Random input for tests. The seed stands in the test's output from the start and in the message of every failure, and
/// <c>HWTOKEN_SEED</c> runs it again.
/// </summary>
public static partial class Seeded
{
    /// <summary>Environment variable that names the seed.</summary>
    public const string Variable = "HWTOKEN_SEED";

    /// <summary>The seed of the environment, or this one.</summary>
    public static int Or(int otherwise) => Read(Environment.GetEnvironmentVariable(Variable)) ?? otherwise;

    /// <summary>Runs a test whose numbers are the same every time.</summary>
    /// <param name="seed">Unless the environment names another.</param>
    /// <param name="body">The test.</param>
    public static void Run(int seed, Action<Random> body) => Rounds(1, body, Or(seed));

    /// <summary>Runs a test whose numbers are the same every time.</summary>
    /// <param name="seed">Unless the environment names another.</param>
    /// <param name="body">The test.</param>
    public static async Task RunAsync(int seed, Func<Random, Task> body)
    {
        seed = Or(seed);
        Tell(seed);
        try
        {
            await body(new Random(seed));
        }
        catch (Exception failure) when (failure is not SkipException)
        {
            throw Told(failure, seed, 0);
        }
    }

    /// <summary>Runs a test many times with other numbers each time, and with others every day.</summary>
    /// <param name="rounds">How often.</param>
    /// <param name="body">One round. It makes its input itself, so that whatever goes wrong there is told with the seed, too.</param>
    public static void Rounds(int rounds, Action<Random> body) => Rounds(rounds, body, Or(Random.Shared.Next(int.MaxValue - rounds)));

    /// <summary>Runs a test many times with other numbers each time.</summary>
    /// <param name="rounds">How often.</param>
    /// <param name="body">One round.</param>
    /// <param name="seed">Of the first round; the next has the next one, so that any round can be the first.</param>
    public static void Rounds(int rounds, Action<Random> body, int seed)
    {
        Tell(seed);
        for (int round = 0; round < rounds; round++)
        {
            try
            {
                body(new Random(seed + round));
            }
            catch (Exception failure) when (failure is not SkipException)
            {
                throw Told(failure, seed + round, round);
            }
        }
    }

    /// <summary>Reads a seed; null when there is none.</summary>
    /// <exception cref="FormatException">It is no whole number from 0 on.</exception>
    internal static int? Read(string? text) => string.IsNullOrEmpty(text) ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Tell(int seed) => TestContext.Current.TestOutputHelper?.WriteLine($"{Variable}={seed}");

    private static InvalidOperationException Told(Exception failure, int seed, int round) =>
        new($"Round {round}; run it again as the first with {Variable}={seed}. {failure.Message}", failure);
}
