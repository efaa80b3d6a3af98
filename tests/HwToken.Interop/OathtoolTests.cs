using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.Interop;

/// <summary>Codes read off virtual panels against Debian's oathtool (liboath): 500 random credentials, three presses each.</summary>
public class OathtoolTests(ITestOutputHelper output)
{
    private const int Credentials = 500;
    private const int Presses = 3;

    [Fact]
    public async Task Every_code_on_the_panel_is_the_one_that_oathtool_computes()
    {
        Peer.Demand("oathtool");
        int seed = int.Parse(Environment.GetEnvironmentVariable("HWTOKEN_SEED") ?? "4226", CultureInfo.InvariantCulture);
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < Credentials; i++)
        {
            OtpParameters parameters = RandomParameters(random);
            var secret = new byte[random.Next(1, OtpGenerator.MaxSecretBytes + 1)];
            random.NextBytes(secret);
            var at = DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(1_000_000_000, 4_000_000_000));
            var credential = new NewCredential("DPHT00000001", parameters, secret, new byte[32]);
            await foreach (PressResult press in PressRun.RunAsync(credential, at, TimeSpan.FromSeconds(parameters.PeriodSeconds + 31), Presses))
            {
                Assert.Equal(Oathtool(parameters, secret, press), press.Code);
            }
        }
    }

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

    private static string Oathtool(OtpParameters parameters, byte[] secret, PressResult press)
    {
        string digits = "--digits=" + parameters.Digits.ToString(CultureInfo.InvariantCulture);
        string[] arguments = parameters.Type == OtpType.Hotp
            ? ["--hotp", "--counter=" + press.MovingFactor, digits, "-"]
            : ["--totp=" + OtpWords.Of(parameters.Algorithm), "--time-step-size=" + parameters.PeriodSeconds + "s", "--now=" + Moment(press, parameters), digits, "-"];

        // The key goes through standard input: an argument would show in the process list.
        PeerAnswer answer = Peer.RunWithInput("oathtool", Convert.ToHexString(secret) + "\n", arguments);
        Assert.True(answer.Exit == 0, answer.Errors);
        return answer.Output.Trim();
    }

    private static string Moment(PressResult press, OtpParameters parameters) =>
        DateTimeOffset.FromUnixTimeSeconds((long)press.MovingFactor!.Value * parameters.PeriodSeconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
