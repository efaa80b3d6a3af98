using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>Sets and checks the clocks of a lot's tokens, so that the ledger knows which measurements belong together.</summary>
/// <param name="lot">The lot, with its keys.</param>
/// <param name="clock">True time.</param>
/// <param name="who">By whom, for the audit trail.</param>
public sealed class ClockKeeper(Lot lot, TimeProvider clock, string who)
{
    private readonly ClockMeter _meter = new(clock);

    /// <summary>Sets a locked token's clock as a second begins.</summary>
    /// <param name="client">Its line.</param>
    /// <param name="id">Credential ID.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ProvisioningException">It has no clock, refuses the admin key, or does not answer.</exception>
    public async Task SetAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(client);
        byte[] adminKey = lot.Keys.AdminKey(id);
        try
        {
            // Noted first: should this end in the middle, a rate over a setting of the clock would be nonsense.
            lot.Ledger.NoteClockSetting(id, clock.GetUtcNow(), who);
            await SecondBoundary.NextAsync(clock, cancel).ConfigureAwait(false);
            await client.SetTimeAsync(adminKey, clock.GetUtcNow(), cancel).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(adminKey);
        }
    }

    /// <summary>Measures the clock of a token and keeps what was found in the ledger, also that it stands still.</summary>
    /// <param name="client">Its line.</param>
    /// <param name="id">Credential ID of a unit of this lot.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when the token has no running clock.</returns>
    /// <exception cref="ProvisioningException">The clock stands still, or the token does not answer.</exception>
    public async Task<ClockMeasurement?> MeasureAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        try
        {
            ClockMeasurement? measured = await _meter.MeasureAsync(client, cancel).ConfigureAwait(false);
            if (measured is not null)
            {
                lot.Ledger.AddClockMeasurement(id, measured, who);
            }
            else
            {
                lot.Ledger.NoteClockStopped(id, clock.GetUtcNow(), who);
            }

            return measured;
        }
        catch (ProvisioningException e) when (e.Fault == ProvisioningFault.Refused)
        {
            lot.Ledger.NoteClockStopped(id, clock.GetUtcNow(), who);
            throw;
        }
    }

    /// <summary>Measures the clock of a token that was just written, and sets it again when it was set late.</summary>
    /// <param name="client">Its line.</param>
    /// <param name="id">Credential ID.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null: an HOTP token without a clock that runs. Its codes do without, so that is no reason to fail.</returns>
    /// <exception cref="ProvisioningException">A TOTP token's clock does not run, or does not keep the time.</exception>
    internal Task<ClockMeasurement?> CheckAsync(ProvisioningClient client, string id, CancellationToken cancel) =>
        lot.Definition.Type == OtpType.Totp ? CheckNeededAsync(client, id, cancel) : CheckSpareAsync(client, cancel);

    private async Task<ClockMeasurement?> CheckNeededAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        ClockMeasurement? measured = await _meter.MeasureAsync(client, cancel).ConfigureAwait(false);
        if (measured is not null && !IsRight(measured))
        {
            // TIME was sent more than once, so the last one came late: set it again.
            await SetAsync(client, id, cancel).ConfigureAwait(false);
            measured = await _meter.MeasureAsync(client, cancel).ConfigureAwait(false);
        }

        return measured is not null && IsRight(measured)
            ? measured
            : throw new ProvisioningException(ProvisioningFault.Refused, "The token's clock does not keep the time it was given. Set it aside.");
    }

    private async Task<ClockMeasurement?> CheckSpareAsync(ProvisioningClient client, CancellationToken cancel)
    {
        try
        {
            return await _meter.MeasureAsync(client, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Fault == ProvisioningFault.Refused)
        {
            return null;
        }
    }

    private static bool IsRight(ClockMeasurement measured) => Math.Abs(measured.ErrorMilliseconds) <= ClockMeter.ToleranceMilliseconds;
}
