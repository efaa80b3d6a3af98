using BenchmarkDotNet.Attributes;
using HwToken.Core.Otp;
using HwToken.Validation.Keys.Lanes;

namespace HwToken.Benchmarks.Otp;

/// <summary>
/// The codes of a resynchronisation window of ±24 h (5,760 steps of 30 s), SHA-1, six digits, on one core; Op/s counts codes. Beside
/// the lanes of each width: the core, which computes one by one, and liboath, called as its users call it.
/// </summary>
[OperationsPerSecond]
[MinColumn]
[MedianColumn]
[SimpleJob(warmupCount: 20, iterationCount: 100)]
[IterationTime(20)]
public class WindowBenchmarks
{
    private const int Codes = 5760;
    private const ulong First = 59_000_000;

    private readonly byte[] _secret = "12345678901234567890"u8.ToArray();
    private readonly uint[] _codes = new uint[Codes];
    private HotpLanes _lanes = null!;
    private OtpGenerator _core = null!;

    [GlobalSetup]
    public void Setup()
    {
        _lanes = new HotpLanes(_secret);
        _core = new OtpGenerator(OtpAlgorithm.Sha1, 6, _secret);
        foreach (Func<uint> last in (Func<uint>[])[Lanes512, Lanes256, Lanes128])
        {
            if (last() != Core() || (LibOath.IsThere && last() != LibOath.Compute(_secret, First + Codes - 1)))
            {
                throw new InvalidOperationException("The codes differ.");
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Codes, Description = "liboath")]
    public uint Peer()
    {
        for (int i = 0; i < Codes; i++)
        {
            _codes[i] = LibOath.Compute(_secret, First + (ulong)i);
        }

        return _codes[^1];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Codes, Description = "HwToken.Core, one by one")]
    public uint Core()
    {
        for (int i = 0; i < Codes; i++)
        {
            _codes[i] = _core.Compute(First + (ulong)i);
        }

        return _codes[^1];
    }

    [Benchmark(OperationsPerInvoke = Codes, Description = "lanes, 128 bits")]
    public uint Lanes128() => Run<Lanes128>();

    [Benchmark(OperationsPerInvoke = Codes, Description = "lanes, 256 bits")]
    public uint Lanes256() => Run<Lanes256>();

    [Benchmark(OperationsPerInvoke = Codes, Description = "lanes, 512 bits")]
    public uint Lanes512() => Run<Lanes512>();

    private uint Run<T>()
        where T : struct, ILanes<T>
    {
        _lanes.Truncate<T>(First, _codes);
        foreach (ref uint code in _codes.AsSpan())
        {
            code %= 1_000_000;
        }

        return _codes[^1];
    }
}
