using System.Buffers.Binary;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using HwToken.Core.Otp;

namespace HwToken.Benchmarks.Otp;

/// <summary>
/// One six-digit HMAC-SHA-1 code, from the counter to the number. Every peer keeps its key and its buffers from code to
/// code; what differs is how the HMAC is computed. The Op/s column is codes per second on one core. Many short
/// iterations instead of few long ones: on a shared machine some of them run undisturbed, so Min can be trusted. Each is
/// long enough for the garbage of the textbook to be collected within it.
/// </summary>
[MemoryDiagnoser]
[OperationsPerSecond]
[MinColumn]
[MedianColumn]
[SimpleJob(warmupCount: 20, iterationCount: 150)]
[IterationTime(20)]
#pragma warning disable CA1001 // BenchmarkDotNet calls Cleanup, never Dispose.
public class CodeBenchmarks
#pragma warning restore CA1001
{
    private const uint SixDigits = 1_000_000;

    private readonly byte[] _message = new byte[8];
    private readonly byte[] _hash = new byte[Sha1.HashBytes];
    private OtpGenerator _core = null!;
    private TextbookHmac _textbook = null!;
    private HMACSHA1 _bcl = null!;
    private OtpNet.Hotp _otpNet = null!;
    private ulong _counter;

    [GlobalSetup]
    public void Setup()
    {
        byte[] secret = "12345678901234567890"u8.ToArray();
        _core = new OtpGenerator(OtpAlgorithm.Sha1, 6, secret);
        _textbook = new TextbookHmac(secret);
        _otpNet = new OtpNet.Hotp(secret);
#pragma warning disable CA5350 // RFC 4226 is HMAC-SHA-1.
        _bcl = new HMACSHA1(secret);
#pragma warning restore CA5350

        // A ratio between programs that compute different things would say nothing.
        for (ulong counter = 0; counter < 1000; counter++)
        {
            _counter = counter;
            uint expected = Core();
            _counter = counter;
            uint textbook = Textbook();
            _counter = counter;
            uint bcl = Bcl();
            _counter = counter;
            if (textbook != expected || bcl != expected || OtpNet() != expected)
            {
                throw new InvalidOperationException($"The codes of counter {counter} differ.");
            }
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _core.Clear();
        _bcl.Dispose();
    }

    [Benchmark(Baseline = true, Description = "Textbook HMAC")]
    public uint Textbook()
    {
        BinaryPrimitives.WriteUInt64BigEndian(_message, _counter++);
        return Truncate(_textbook.ComputeHash(_message));
    }

    [Benchmark(Description = "BCL HMACSHA1")]
    public uint Bcl()
    {
        BinaryPrimitives.WriteUInt64BigEndian(_message, _counter++);
        _bcl.TryComputeHash(_message, _hash, out _);
        return Truncate(_hash);
    }

    /// <summary>Its code is a string of digits, which is read here: that costs some 10 ns.</summary>
    [Benchmark(Description = "Otp.NET")]
    public uint OtpNet()
    {
        return uint.Parse(_otpNet.ComputeHOTP((long)_counter++), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Benchmark(Description = "HwToken.Core")]
    public uint Core()
    {
        return _core.Compute(_counter++);
    }

    private static uint Truncate(byte[] hash)
    {
        int offset = hash[^1] & 0xF;
        return (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset)) & 0x7FFF_FFFF) % SixDigits;
    }
}
