using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.Interop;

/// <summary>Codes read off virtual panels against Debian's oathtool (liboath): 500 random credentials, three presses each.</summary>
public class OathtoolTests
{
    private const int Credentials = 500;
    private const int Presses = 3;

    [Fact]
    public async Task Every_code_on_the_panel_is_the_one_that_oathtool_computes()
    {
        Peer.Demand("oathtool");
        await Seeded.RunAsync(4226, async random =>
        {
            for (int i = 0; i < Credentials; i++)
            {
                OtpParameters parameters = RandomParameters(random);
                var secret = new byte[random.Next(1, OtpGenerator.MaxSecretBytes + 1)];
                random.NextBytes(secret);
                var at = DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(1_000_000_000, 4_000_000_000));
                await CompareAsync(parameters, secret, at);
            }
        });
    }

    private static async Task CompareAsync(OtpParameters parameters, byte[] secret, DateTimeOffset at)
    {
        var credential = new NewCredential("DPHT00000001", parameters, secret, new byte[32]);
        string? last = null;
        await foreach (PressResult press in PressRun.RunAsync(credential, at, TimeSpan.FromSeconds(parameters.PeriodSeconds + 31), Presses))
        {
            if (press.MovingFactor is { } factor)
            {
                Assert.Equal(Oathtool(parameters, secret, factor), press.Code);
                last = press.Code;
            }
            else
            {
                // One press in a million: the code of this time step is the last one again, and the token says how long to wait.
                Assert.Contains(last, Steps(parameters, press.At).Select(step => Oathtool(parameters, secret, step)));
            }
        }
    }

    /// <summary>The time steps into which a press may fall: the token reads its clock a moment later.</summary>
    private static IEnumerable<ulong> Steps(OtpParameters parameters, DateTimeOffset pressed) =>
        new[] { 0, 2 }.Select(later => (ulong)((pressed.ToUnixTimeSeconds() + later) / parameters.PeriodSeconds)).Distinct();

    /// <summary>oathtool knows HOTP with SHA-1 only, TOTP with all three.</summary>
    private static OtpParameters RandomParameters(Random random)
    {
        var type = (OtpType)random.Next(1, 3);
        return new OtpParameters(
            type,
            type == OtpType.Hotp ? OtpAlgorithm.Sha1 : (OtpAlgorithm)random.Next(1, 4),
            random.Next(6, 9),
            type == OtpType.Hotp ? 30 : random.Next(1, 301),
            type == OtpType.Hotp ? (ulong)random.NextInt64() : 0);
    }

    private static string Oathtool(OtpParameters parameters, byte[] secret, ulong factor)
    {
        string digits = "--digits=" + parameters.Digits.ToString(CultureInfo.InvariantCulture);
        string[] arguments = parameters.Type == OtpType.Hotp
            ? ["--hotp", "--counter=" + factor, digits, "-"]
            : ["--totp=" + OtpWords.Of(parameters.Algorithm), "--time-step-size=" + parameters.PeriodSeconds + "s", "--now=" + Moment(factor, parameters), digits, "-"];

        // The key goes through standard input: an argument would show in the process list.
        PeerAnswer answer = Peer.RunWithInput("oathtool", Convert.ToHexString(secret) + "\n", arguments);
        Assert.True(answer.Exit == 0, answer.Errors);
        return answer.Output.Trim();
    }

    private static string Moment(ulong factor, OtpParameters parameters) =>
        DateTimeOffset.FromUnixTimeSeconds((long)factor * parameters.PeriodSeconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
