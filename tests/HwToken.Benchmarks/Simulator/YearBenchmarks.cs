using BenchmarkDotNet.Attributes;
using NanoBoard;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.Benchmarks.Simulator;

/// <summary>
/// One virtual year of a token: 3,650 presses, each a cold boot of the firmware, a code read back from the pixels, and the
/// timer's boot that clears the panel. 1 / mean is virtual years a second.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 5)]
public class YearBenchmarks
{
    private const int Presses = 3650;

    private static readonly TimeSpan Between = TimeSpan.FromDays(365) / Presses;

    /// <summary>HOTP counts, TOTP reads the clock chip.</summary>
    [Params(OtpType.Hotp, OtpType.Totp)]
    public OtpType Type { get; set; }

    /// <summary>The year.</summary>
    [Benchmark]
    public async Task<int> Year()
    {
        var credential = new NewCredential("DPHT00000001", new OtpParameters(Type, OtpAlgorithm.Sha1, 6, 30, 0), new byte[20], new byte[32]);
        VirtualToken token = await VirtualToken.ProvisionedAsync(new BoardOptions(), credential);
        int codes = 0;
        DateTimeOffset start = token.Now;
        for (int press = 1; press <= Presses; press++)
        {
            token.AdvanceTo(start + (press * Between));
            codes += token.Press().Code is null ? 0 : 1;
        }

        return codes == Presses ? codes : throw new InvalidOperationException($"Only {codes} of {Presses} presses brought a code.");
    }
}
