using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>
/// Takes over a lot that really moved, that came back from a backup, or whose registry is lost. From then on every other copy of it is refused. What cannot be told
/// is a copy that was worked with under a copy of the registry: that is why a person answers for it.
/// </summary>
public static class LotAdoption
{
    /// <summary>Takes the lot over.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="folder">The lot's folder.</param>
    /// <param name="source">Its key.</param>
    /// <param name="isFromBackup">It may be older than what the registry knows; what was taken since is given up.</param>
    /// <returns>How many units were given up because a token may hold them.</returns>
    /// <exception cref="FactoryException">Its trail does not hold, it is older and that was not said, or its IDs were given to another lot.</exception>
    public static int Adopt(Bench bench, string folder, LotKeySource source, bool isFromBackup)
    {
        ArgumentNullException.ThrowIfNull(bench);
        using IdRegistry registry = IdRegistry.Open(bench.Home.RegistryPath, bench.Clock);
        using Lot lot = Lot.Open(folder, source, bench.Clock, isToChange: true);
        if (LotVerifier.Broken(lot) is { } broken)
        {
            throw new FactoryException($"The trail of lot {lot.Definition.LotId} does not hold: {broken}. It is not taken over.");
        }

        RegisteredLot? known = registry.Lot(lot.Ledger.Identity);
        if (known is not null && !(isFromBackup && lot.Ledger.AuditHead().Sequence < known.Sequence))
        {
            LotProof.ProveHead(lot, known);
        }

        bool isDoubted = BenchClock.Check(bench, LotSession.LastAt(lot));
        string place = Place.Of(lot.Folder.Folder);
        return registry.Change(() =>
        {
            if (registry.LotNamed(lot.Definition.LotId) is { } other && other.Identity != lot.Ledger.Identity)
            {
                throw new FactoryException($"The registry knows another lot of the name {other.Name}, in {other.Place}. Two factories cannot share one registry.");
            }

            registry.Put(new RegisteredLot(lot.Ledger.Identity, lot.Definition.LotId, lot.Ledger.Instance, place, 0, []));
            ClaimRanges(lot, registry);
            (string instance, int scrapped) = lot.Ledger.Adopt(place, registry.ClaimedUnits(lot.Ledger.Identity), bench.Who);
            if (isDoubted)
            {
                lot.Ledger.DeclareClockRight(bench.Clock.GetUtcNow(), bench.Who);
            }

            registry.ClaimMissed(lot.Ledger.Identity, lot.Taken());
            (long sequence, byte[] hash) = lot.Ledger.AuditHead();
            registry.Put(new RegisteredLot(lot.Ledger.Identity, lot.Definition.LotId, instance, place, sequence, hash));
            return scrapped;
        });
    }

    /// <summary>IDs that the trail tells of and the registry has not given out.</summary>
    private static void ClaimRanges(Lot lot, IdRegistry registry)
    {
        foreach (AuditEvent made in lot.Ledger.Audit().Select(entry => entry.Event).Where(made => made.Kind is AuditKind.Created or AuditKind.Extended).ToList())
        {
            if (registry.FindLot(made.First) != lot.Ledger.Identity)
            {
                registry.Insert(lot.Ledger.Identity, lot.Definition.Prefix, CredentialIdRange.NumberOf(lot.Definition.Prefix, made.First), (int)made.Count!);
            }
        }
    }
}
