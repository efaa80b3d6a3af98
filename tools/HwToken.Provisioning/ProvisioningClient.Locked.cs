using System.Globalization;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Provisioning;

/// <content>What a locked token answers, and what it does for who has its admin key.</content>
public sealed partial class ProvisioningClient
{
    /// <summary>Has the token test itself.</summary>
    /// <exception cref="ProvisioningException">Refused: the test failed; the message names the part.</exception>
    public Task SelfTestAsync(CancellationToken cancel = default) => _exchange.SendAsync("SELFTEST", "SELFTEST", cancel: cancel);

    /// <summary>What a locked token tells anybody.</summary>
    public async Task<TokenStatus> StatusAsync(CancellationToken cancel = default)
    {
        string[] words = await _exchange.SendAsync("STATUS", "STATUS", cancel: cancel).ConfigureAwait(false);
        return words is [var id, var typeWord, var algorithmWord, var digitsWord, var periodWord, var clock, var supplyWord]
            && OtpWords.TryParse(typeWord, out OtpType type)
            && OtpWords.TryParse(algorithmWord, out OtpAlgorithm algorithm)
            && Number.TryParse(digitsWord, OtpParameters.MaxDigits, out int digits)
            && Number.TryParse(periodWord, OtpParameters.MaxPeriodSeconds, out int period)
            && Number.TryParse(supplyWord, ushort.MaxValue, out int millivolts)
            ? new TokenStatus(id, type, algorithm, digits, period, clock switch { "CLOCK" => TokenClock.Running, "NOCLOCK" => TokenClock.Missing, _ => TokenClock.Stopped }, millivolts == 0 ? null : millivolts)
            : throw UnexpectedReply("STATUS");
    }

    /// <summary>The time of a locked token's clock chip, in whole seconds.</summary>
    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancel = default)
    {
        string[] words = await _exchange.SendAsync("GETTIME", "GETTIME", cancel: cancel).ConfigureAwait(false);
        return words is [var seconds] && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out long unixSeconds)
            ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds)
            : throw UnexpectedReply("GETTIME");
    }

    /// <summary>Sets the clock of a locked token.</summary>
    /// <param name="adminKey">The token's admin key, 32 bytes.</param>
    /// <param name="utcNow">True time; whole seconds are sent.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task SetTimeAsync(byte[] adminKey, DateTimeOffset utcNow, CancellationToken cancel = default) =>
        SendProvenAsync(adminKey, string.Create(CultureInfo.InvariantCulture, $"SETTIME {utcNow.ToUnixTimeSeconds()}"), "SETTIME", isDone: null, cancel);

    /// <summary>Erases a locked token: it is blank afterwards, its secret is gone.</summary>
    /// <param name="adminKey">The token's admin key, 32 bytes.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task EraseAsync(byte[] adminKey, CancellationToken cancel = default) =>
        SendProvenAsync(adminKey, "ERASE", "ERASE", async () => !(await HelloAsync(cancel).ConfigureAwait(false)).IsLocked, cancel);

    /// <summary>A challenge is good once: after a lost answer both go again, unless the work is done.</summary>
    private async Task SendProvenAsync(byte[] adminKey, string command, string echo, Func<Task<bool>>? isDone, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            string[] words = await _exchange.SendAsync("AUTH", "AUTH", cancel: cancel).ConfigureAwait(false);
            if (words.Length != 1 || !Hex.TryDecode(words[0], out byte[] challenge) || challenge.Length != LineProof.ChallengeBytes)
            {
                throw UnexpectedReply("AUTH");
            }

            string response = Convert.ToHexString(LineProof.OfCommand(adminKey, challenge, command));
            try
            {
                await _exchange.SendAsync(command + " " + response, echo, 1, cancel).ConfigureAwait(false);
                return;
            }
            catch (ProvisioningException e) when (e.Fault is ProvisioningFault.NoAnswer or ProvisioningFault.DamagedLines && attempt < LineExchange.Attempts)
            {
                if (isDone is not null && await isDone().ConfigureAwait(false))
                {
                    return;
                }
            }
        }
    }
}
