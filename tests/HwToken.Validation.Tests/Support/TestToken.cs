using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Validation.Import;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Support;

/// <summary>The other side: a token that knows its secret, counts or has a clock, and shows codes.</summary>
public sealed class TestToken
{
    private readonly byte[] secret;
    private readonly OtpGenerator generator;

    public TestToken(string id, OtpType type = OtpType.Hotp, OtpAlgorithm algorithm = OtpAlgorithm.Sha1, int period = 30)
    {
        Id = id;
        Parameters = new OtpParameters(type, algorithm, 6, period, 0);
        secret = SHA256.HashData(Encoding.ASCII.GetBytes(id))[..20];
        generator = new OtpGenerator(algorithm, 6, secret);
    }

    public string Id { get; }

    public OtpParameters Parameters { get; }

    public ReadOnlySpan<byte> Secret => secret;

    public string Code(long factor)
    {
        lock (generator)
        {
            return OtpCode.Format(generator.Compute((ulong)factor), 6);
        }
    }

    public string CodeAt(long unixSeconds) => Code(unixSeconds / Parameters.PeriodSeconds);

    /// <summary>A code that fits no factor from 0 to 30, nor any around a time.</summary>
    public string WrongCode(long around = 0, int salt = 0)
    {
        long step = around / Parameters.PeriodSeconds;
        var right = Enumerable.Range(0, 31).Select(factor => Code(factor)).Concat(Enumerable.Range(-25, 51).Select(i => Code(Math.Max(0, step + i)))).ToHashSet();
        return Enumerable.Range(0, 1000).Select(i => OtpCode.Format((uint)((123_456 + (7919 * (salt + i))) % 1_000_000), 6)).First(code => !right.Contains(code));
    }

    /// <summary>Puts the token into the database as an import does.</summary>
    public static async Task AddAsync(ValidationSystem system, IEnumerable<TestToken> tokens, bool activate = true, long now = 0)
    {
        Credential[] credentials = [.. tokens.Select(token => new Credential
        {
            Id = token.Id,
            Parameters = token.Parameters,
            Sealed = system.Keys.Seal(token.Id, token.Secret),
            Drift = DriftModel.New(now),
        })];
        List<string> duplicates = await system.Database.WriteAsync(
            context => ImportWriter.InsertAsync(context, credentials, "TEST", activate, (now * 1000) + 1), CancellationToken.None);
        Assert.Empty(duplicates);
    }

    public async Task<TestToken> AddAsync(ValidationSystem system, bool activate = true, long now = 0)
    {
        await AddAsync(system, [this], activate, now);
        return this;
    }
}
