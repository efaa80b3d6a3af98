using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>Checks a token that holds a written unit: parameters, self-test, clock, display. A unit that fails is scrapped and its token erased.</summary>
internal sealed class UnitChecker(Lot lot, StationOptions options, TimeProvider clock, IStationView view, string port, Action<string?, StationStep> step)
{
    private const int Attempts = 2;

    private readonly ClockKeeper _clocks = new(lot, clock, options.Who);

    /// <param name="client">The line.</param>
    /// <param name="unit">The unit, as written.</param>
    /// <param name="firmware">What the token's greeting told.</param>
    /// <param name="isFound">True when the token was found locked: this run has not seen its proof, so it proves its admin key.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<UnitOutcome> CheckAsync(ProvisioningClient client, Unit unit, string firmware, bool isFound, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                UnitFindings findings = await FindAsync(client, unit, firmware, isFound, cancel).ConfigureAwait(false);
                lot.Ledger.TryMove(unit.Id, UnitState.Written, UnitState.Verified, options.Who, findings);
                return new UnitOutcome(StationEventKind.Passed, unit.Id, findings.Clock is { } measured ? $"clock error {measured}" : "no clock");
            }
            catch (Exception e) when (e is IOException || (e is ProvisioningException { Fault: ProvisioningFault.NoAnswer }))
            {
                return new UnitOutcome(StationEventKind.Interrupted, unit.Id, "the token went away during its checks; connect it again to finish it");
            }
            catch (ProvisioningException) when (attempt < Attempts)
            {
                // Wrong once may be the line; wrong twice is the token.
            }
            catch (ProvisioningException e)
            {
                return await GiveUpAsync(client, unit.Id, e.Message, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A TOTP token that passed some time ago: its clock is looked at again.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public async Task<string?> FindWrongClockAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        if (lot.Definition.Type != OtpType.Totp)
        {
            return null;
        }

        step(id, StationStep.MeasuringClock);
        ClockMeasurement? measured;
        try
        {
            measured = await _clocks.MeasureAsync(client, id, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Fault != ProvisioningFault.Refused)
        {
            return null;
        }
        catch (ProvisioningException)
        {
            measured = null;
        }

        return measured is null ? "its clock stands still"
            : Math.Abs(measured.ErrorMilliseconds) > LotLedger.MostClockErrorMilliseconds ? $"its clock is wrong (error {measured}); set it: hwtoken device set-time" : null;
    }

    /// <summary>Erases a token that holds a scrapped unit, so that no credential without a record goes about.</summary>
    /// <returns>True when the token is blank afterwards.</returns>
    public async Task<bool> TryEraseAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        byte[] adminKey = lot.Keys.AdminKey(id);
        try
        {
            await client.EraseAsync(adminKey, cancel).ConfigureAwait(false);
            lot.Ledger.Note(options.Who, new AuditEvent(AuditKind.Erased) { Id = id });
            return true;
        }
        catch (Exception e) when (e is ProvisioningException or IOException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(adminKey);
        }
    }

    private async Task<UnitFindings> FindAsync(ProvisioningClient client, Unit unit, string firmware, bool isFound, CancellationToken cancel)
    {
        step(unit.Id, StationStep.Checking);
        OtpParameters parameters = lot.Definition.Parameters;
        TokenStatus status = await client.StatusAsync(cancel).ConfigureAwait(false);
        bool isRight = status.CredentialId == unit.Id && status.Type == parameters.Type && status.Algorithm == parameters.Algorithm
            && status.Digits == parameters.Digits && status.PeriodSeconds == parameters.PeriodSeconds;
        if (!isRight)
        {
            throw new ProvisioningException(ProvisioningFault.ProofMismatch, "The token's parameters are not the lot's. Set it aside.");
        }

        if (isFound)
        {
            await SetClockAsync(client, unit.Id, cancel).ConfigureAwait(false);
        }

        await client.SelfTestAsync(cancel).ConfigureAwait(false);
        step(unit.Id, StationStep.MeasuringClock);
        ClockMeasurement? measured = await _clocks.CheckAsync(client, unit.Id, cancel).ConfigureAwait(false);
        long nextCounter = options.ChecksDisplay ? await DisplayAsync(unit, measured, cancel).ConfigureAwait(false) : unit.NextCounter;
        return new UnitFindings(clock.GetUtcNow(), measured, nextCounter, firmware);
    }

    /// <summary>Proves the admin key by setting the clock.</summary>
    private async Task SetClockAsync(ProvisioningClient client, string id, CancellationToken cancel)
    {
        try
        {
            await _clocks.SetAsync(client, id, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Error == LineError.Clock && lot.Definition.Type == OtpType.Hotp)
        {
            // Refused for want of a clock, after the admin key was proven: that is proof enough.
        }
    }

    /// <returns>The first counter that the token has not shown.</returns>
    private async Task<long> DisplayAsync(Unit unit, ClockMeasurement? measured, CancellationToken cancel)
    {
        step(unit.Id, StationStep.AwaitingCode);
        byte[] secret = lot.Secret(unit.Id);
        try
        {
            string? remark = null;
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                string typed = await CodeAsync(unit.Id, remark, cancel).ConfigureAwait(false);
                remark = "That is not its code.";
                if (FirstCodes.Find(typed, lot.Definition.Parameters, secret, clock.GetUtcNow().AddMilliseconds(measured?.ErrorMilliseconds ?? 0)) is { } factor)
                {
                    return lot.Definition.Type == OtpType.Hotp ? (long)factor + 1 : 0;
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        throw new ProvisioningException(ProvisioningFault.ProofMismatch, "The display does not show this credential's code.");
    }

    /// <summary>Asks until something is typed that may be a code: a stray Enter or a scanned label says nothing of the token, and must not cost a unit.</summary>
    private async Task<string> CodeAsync(string id, string? remark, CancellationToken cancel)
    {
        int digits = lot.Definition.Digits;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            string typed = await view.AskDisplayedCodeAsync(port, id, remark, cancel).ConfigureAwait(false);
            if (FirstCodes.Normalize(typed, digits) is { } code)
            {
                return code;
            }

            remark = string.Create(CultureInfo.InvariantCulture, $"A code has {digits} digits.");
        }
    }

    private async Task<UnitOutcome> GiveUpAsync(ProvisioningClient client, string id, string reason, CancellationToken cancel)
    {
        lot.Ledger.TryScrap(id, reason, options.Who);
        bool isErased = await TryEraseAsync(client, id, cancel).ConfigureAwait(false);
        return new UnitOutcome(StationEventKind.Failed, id, isErased ? reason + " It was erased." : reason + " It could not be erased: keep it apart.");
    }
}
