using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;

namespace HwToken.Provisioning;

/// <summary>The host's end of the provisioning line: one method a command, and the whole procedure.</summary>
public sealed class ProvisioningClient
{
    private const int ChunkBytes = 32;
    private const string Protocol = "HWTOKEN";
    private const string ProtocolVersion = "1";

    private readonly LineExchange _exchange;

    /// <summary>Talks over a transport.</summary>
    /// <param name="transport">The bytes.</param>
    /// <param name="timeout">How long a reply may take; null: 2 s.</param>
    public ProvisioningClient(ILineTransport transport, TimeSpan? timeout = null) => _exchange = new LineExchange(transport, timeout);

    /// <summary>Asks who is there.</summary>
    public Task<TokenGreeting> HelloAsync(CancellationToken cancel = default) => HelloAsync(LineExchange.Attempts, cancel);

    /// <summary>Asks once whether anybody is there: for waiting until a token comes or goes.</summary>
    /// <returns>Null when nothing, or nothing legible, answers.</returns>
    public async Task<TokenGreeting?> TryHelloAsync(CancellationToken cancel = default)
    {
        try
        {
            return await HelloAsync(1, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Fault is ProvisioningFault.NoAnswer or ProvisioningFault.DamagedLines)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes a credential into a blank token up to CHECK: parameters, keys, time, and the proof that flash holds them.
    /// The token stays blank until <see cref="CommitAsync"/>.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <param name="utcNow">True time; whole seconds are sent.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ProvisioningException">See <see cref="ProvisioningFault"/>.</exception>
    public Task WriteAsync(NewCredential credential, DateTimeOffset utcNow, CancellationToken cancel = default) =>
        WriteAsync(credential, _ => Task.FromResult(utcNow.ToUnixTimeSeconds()), cancel);

    /// <summary>
    /// As <see cref="WriteAsync(NewCredential, DateTimeOffset, CancellationToken)"/>, by a running clock: TIME goes out as a second begins,
    /// because a token's second begins when the line ends. That costs a TOTP token up to a second.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <param name="clock">True time.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The time that was sent, in Unix seconds.</returns>
    public async Task<long> WriteAsync(NewCredential credential, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(clock);
        long sent = 0;
        bool isExact = credential.Parameters.Type == OtpType.Totp;
        await WriteAsync(credential, async c => sent = isExact ? await SecondBoundary.NextAsync(clock, c).ConfigureAwait(false) : clock.GetUtcNow().ToUnixTimeSeconds(), cancel).ConfigureAwait(false);
        return sent;
    }

    private async Task WriteAsync(NewCredential credential, Func<CancellationToken, Task<long>> unixSeconds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(credential);
        OtpParameters parameters = credential.Parameters;
        await _exchange.SendAsync(credential.BeginCommand, "BEGIN " + credential.Id, cancel: cancel).ConfigureAwait(false);
        await SendKeyAsync("SECRET", credential.Secret, cancel).ConfigureAwait(false);
        await SendKeyAsync("ADMIN", credential.AdminKey, cancel).ConfigureAwait(false);
        long provisionedAt = await SendTimeAsync(parameters.Type, await unixSeconds(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        string[] words = await _exchange.SendAsync("CHECK", "CHECK", cancel: cancel).ConfigureAwait(false);
        var expected = new Credential(CredentialStatus.Pending, credential.Id, parameters, provisionedAt, credential.Secret, credential.AdminKey);
        if (words.Length != 1 || !Hex.TryDecode(words[0], out byte[] proof) || !CryptographicOperations.FixedTimeEquals(proof, LineProof.OfCredential(expected)))
        {
            throw new ProvisioningException(ProvisioningFault.ProofMismatch, "The token does not hold what was sent. Set it aside.");
        }
    }

    /// <summary>One of the first codes of a credential that was written but not committed.</summary>
    /// <param name="n">0 to 9.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<FirstCode> CodeAsync(int n, CancellationToken cancel = default)
    {
        string[] words = await _exchange.SendAsync(string.Create(CultureInfo.InvariantCulture, $"CODE {n}"), "CODE", cancel: cancel).ConfigureAwait(false);
        return words is [var factor, var code] && ulong.TryParse(factor, NumberStyles.None, CultureInfo.InvariantCulture, out ulong movingFactor)
            ? new FirstCode(movingFactor, code)
            : throw UnexpectedReply("CODE");
    }

    /// <summary>Commits: the token is locked afterwards. If the answer is lost, the token itself is asked what it holds.</summary>
    /// <param name="credentialId">The ID that must be there afterwards.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task CommitAsync(string credentialId, CancellationToken cancel = default)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await _exchange.SendAsync("COMMIT", "COMMIT " + credentialId, 1, cancel).ConfigureAwait(false);
                return;
            }
            catch (ProvisioningException e) when (e.Fault is ProvisioningFault.NoAnswer or ProvisioningFault.DamagedLines or ProvisioningFault.AlreadyLocked)
            {
                TokenGreeting greeting = await HelloAsync(cancel).ConfigureAwait(false);
                if (greeting.IsLocked && greeting.CredentialId == credentialId)
                {
                    return;
                }

                if (greeting.IsLocked || attempt == LineExchange.Attempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Writes and commits in one go.</summary>
    public async Task ProvisionAsync(NewCredential credential, DateTimeOffset utcNow, CancellationToken cancel = default)
    {
        await WriteAsync(credential, utcNow, cancel).ConfigureAwait(false);
        await CommitAsync(credential.Id, cancel).ConfigureAwait(false);
    }

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

    private async Task<TokenGreeting> HelloAsync(int attempts, CancellationToken cancel)
    {
        string[] words = await _exchange.SendAsync("HELLO", "HELLO", attempts, cancel).ConfigureAwait(false);
        return words switch
        {
            [Protocol, ProtocolVersion, "BLANK", var version] => new TokenGreeting(false, null, version),
            [Protocol, ProtocolVersion, "LOCKED", var id, var version] => new TokenGreeting(true, id, version),
            _ => throw new ProvisioningException(ProvisioningFault.WrongProtocol, "What answers is no HwToken, or speaks another version of the line. Check the port and update this tool."),
        };
    }

    private static ProvisioningException UnexpectedReply(string command) =>
        new(ProvisioningFault.WrongProtocol, $"The reply to {command} has another form than expected. Update this tool or the token's firmware.");

    private async Task SendKeyAsync(string name, byte[] key, CancellationToken cancel)
    {
        for (int offset = 0; offset < key.Length; offset += ChunkBytes)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"KEY {name} {offset}");
            byte[] line = KeyLine.Encode(place, key.AsSpan(offset, Math.Min(ChunkBytes, key.Length - offset)));
            await _exchange.SendAsync(line, "KEY", place, LineExchange.Attempts, cancel).ConfigureAwait(false);
        }
    }

    /// <returns>The time that the token took, or 0: HOTP does without a clock.</returns>
    private async Task<long> SendTimeAsync(OtpType type, long unixSeconds, CancellationToken cancel)
    {
        string time = string.Create(CultureInfo.InvariantCulture, $"TIME {unixSeconds}");
        try
        {
            await _exchange.SendAsync(time, time, cancel: cancel).ConfigureAwait(false);
            return unixSeconds;
        }
        catch (ProvisioningException e) when (e.Error == LineError.Clock && type == OtpType.Hotp)
        {
            return 0;
        }
    }

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
