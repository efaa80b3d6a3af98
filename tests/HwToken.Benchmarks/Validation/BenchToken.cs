using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Validation;
using HwToken.Validation.Import;
using HwToken.Validation.Rules;

namespace HwToken.Benchmarks.Validation;

/// <summary>A HOTP token that counts. One client uses it at a time.</summary>
internal sealed class BenchToken
{
    private const int Chunk = 10_000;
    private static readonly OtpParameters Parameters = new(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0);
    private readonly OtpGenerator generator;
    private ulong next;

    private BenchToken(string id, byte[] secret)
    {
        Id = id;
        generator = new OtpGenerator(OtpAlgorithm.Sha1, 6, secret);
    }

    public string Id { get; }

    public string NextCode() => OtpCode.Format(generator.Compute(next++), 6);

    /// <summary>Puts tokens into the database as an import does, and hands out some that are spread over all.</summary>
    public static async Task<BenchToken[]> AddAsync(ValidationSystem system, int count, int wanted)
    {
        var tokens = new List<BenchToken>();
        int every = Math.Max(1, count / wanted);
        for (int from = 0; from < count; from += Chunk)
        {
            Credential[] rows = [.. Enumerable.Range(from, Math.Min(Chunk, count - from)).Select(i => Row(system, i))];
            await system.Database.WriteAsync(context => ImportWriter.InsertAsync(context, rows, "BENCH", activate: true, 1, system.Macs), CancellationToken.None).ConfigureAwait(false);
            tokens.AddRange(Enumerable.Range(from, rows.Length).Where(i => i % every == 0).Select(i => new BenchToken(Name(i), Secret(i))));
        }

        return [.. tokens];
    }

    private static Credential Row(ValidationSystem system, int number) => new()
    {
        Id = Name(number),
        Parameters = Parameters,
        Sealed = system.Keys.Seal(Name(number), Secret(number)),
        Drift = DriftModel.New(0),
    };

    private static string Name(int number) => "DPHT" + number.ToString("D8", CultureInfo.InvariantCulture);

    private static byte[] Secret(int number)
    {
        var secret = new byte[20];
        BitConverter.TryWriteBytes(secret, number);
        return secret;
    }
}
