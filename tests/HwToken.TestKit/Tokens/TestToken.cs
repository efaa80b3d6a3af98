using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;

namespace HwToken.TestKit;

/// <summary>The other side: a token that knows its secret, counts or has a clock, and shows codes.</summary>
public sealed class TestToken
{
    private readonly byte[] secret;
    private readonly OtpGenerator generator;

    /// <summary>Makes one whose secret follows from its ID.</summary>
    public TestToken(string id, OtpType type = OtpType.Hotp, OtpAlgorithm algorithm = OtpAlgorithm.Sha1, int period = 30)
    {
        Id = id;
        Parameters = new OtpParameters(type, algorithm, 6, period, 0);
        secret = SHA256.HashData(Encoding.ASCII.GetBytes(id))[..20];
        generator = new OtpGenerator(algorithm, 6, secret);
    }

    /// <summary>Its credential ID.</summary>
    public string Id { get; }

    /// <summary>Six digits, from counter 0.</summary>
    public OtpParameters Parameters { get; }

    /// <summary>20 bytes, made of the ID.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    /// <summary>The code of a counter or time step.</summary>
    public string Code(long factor)
    {
        lock (generator)
        {
            return OtpCode.Format(generator.Compute((ulong)factor), 6);
        }
    }

    /// <summary>The code of a time.</summary>
    public string CodeAt(long unixSeconds) => Code(unixSeconds / Parameters.PeriodSeconds);

    /// <summary>A code that fits no factor from 0 to 30, nor any around a time.</summary>
    public string WrongCode(long around = 0, int salt = 0)
    {
        long step = around / Parameters.PeriodSeconds;
        var right = Enumerable.Range(0, 31).Select(factor => Code(factor)).Concat(Enumerable.Range(-25, 51).Select(i => Code(Math.Max(0, step + i)))).ToHashSet();
        return Enumerable.Range(0, 1000).Select(i => OtpCode.Format((uint)((123_456 + (7919 * (salt + i))) % 1_000_000), 6)).First(code => !right.Contains(code));
    }
}
