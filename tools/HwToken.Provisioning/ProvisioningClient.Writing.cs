using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;

namespace HwToken.Provisioning;

/// <content>A blank token: written, checked, committed.</content>
public sealed partial class ProvisioningClient
{
    private const int ChunkBytes = 32;

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
}
