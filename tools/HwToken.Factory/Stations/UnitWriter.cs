using System.Security.Cryptography;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>
/// Takes a unit for a blank token and writes it, up to the commit. Every intent is durable in the ledger before the token is touched,
/// and a unit that one token has seen is never offered to another.
/// </summary>
internal sealed class UnitWriter(Lot lot, StationOptions options, TimeProvider clock, string station, Action<string?, StationStep> step)
{
    private const int Attempts = 2;

    /// <returns>Null when the token has committed: the unit is written. Else how it ended.</returns>
    public async Task<(Unit? Written, UnitOutcome? Outcome)> WriteAsync(ProvisioningClient client, CancellationToken cancel)
    {
        if (lot.Session.Take(station, options.Who) is not { } unit)
        {
            return (null, UnitOutcome.LotIsDone);
        }

        step(unit.Id, StationStep.Writing);
        byte[] secret = lot.Secret(unit.Id);
        byte[] adminKey = lot.Keys.AdminKey(unit.Id);
        try
        {
            var credential = new NewCredential(unit.Id, lot.Definition.Parameters, secret, adminKey);
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    long provisionedAt = await client.WriteAsync(credential, clock, cancel).ConfigureAwait(false);
                    step(unit.Id, StationStep.ComparingCodes);
                    await FirstCodes.CompareAsync(client, lot.Definition.Parameters, secret, provisionedAt, cancel).ConfigureAwait(false);
                    break;
                }
                catch (ProvisioningException e) when (attempt < Attempts && e.Fault is ProvisioningFault.Refused or ProvisioningFault.ProofMismatch)
                {
                    // The same token again, with the same unit: no other token has seen it.
                }
                catch (Exception e) when (e is ProvisioningException or IOException)
                {
                    // COMMIT was never sent, so no token can be locked with this unit.
                    return (null, Scrap(unit.Id, e.Message));
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(adminKey);
        }

        return await CommitAsync(client, unit, cancel).ConfigureAwait(false);
    }

    private async Task<(Unit? Written, UnitOutcome? Outcome)> CommitAsync(ProvisioningClient client, Unit unit, CancellationToken cancel)
    {
        step(unit.Id, StationStep.Committing);
        if (!lot.Ledger.TryIntendCommit(unit.Id, options.Who))
        {
            return (null, new UnitOutcome(StationEventKind.Failed, unit.Id, "scrapped meanwhile by somebody else"));
        }

        try
        {
            await client.CommitAsync(unit.Id, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Fault is ProvisioningFault.Refused or ProvisioningFault.AlreadyLocked)
        {
            // The token answered, so it can be asked what it holds.
            TokenGreeting? greeting = await client.TryHelloAsync(cancel).ConfigureAwait(false);
            if (greeting is null)
            {
                return (null, Interrupted(unit.Id));
            }

            if (greeting.CredentialId != unit.Id)
            {
                return (null, Scrap(unit.Id, e.Message));
            }
        }
        catch (Exception e) when (e is ProvisioningException or IOException)
        {
            return (null, Interrupted(unit.Id));
        }

        return lot.Ledger.TryMove(unit.Id, UnitState.Writing, UnitState.Written, options.Who)
            ? (lot.Ledger.Find(unit.Id), null)
            : (null, new UnitOutcome(StationEventKind.Step, unit.Id, "moved on elsewhere"));
    }

    private static UnitOutcome Interrupted(string id) => new(StationEventKind.Interrupted, id, "the token went away during the commit; what it holds is asked when it is back");

    private UnitOutcome Scrap(string id, string reason)
    {
        lot.Ledger.TryScrap(id, reason, options.Who);
        return new UnitOutcome(StationEventKind.Failed, id, reason);
    }
}
