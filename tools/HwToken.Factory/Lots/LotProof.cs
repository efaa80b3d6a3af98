using System.Globalization;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>
/// Before a lot is changed: is this the copy that the registry knows, and is nothing missing from it? A folder that was copied, restored or left behind
/// looks like a lot in every other way, and working with it would put one secret into two tokens.
/// </summary>
internal static class LotProof
{
    /// <exception cref="FactoryException">It is not; the message says what to do.</exception>
    public static void Prove(Lot lot, IdRegistry registry)
    {
        RegisteredLot known = registry.Lot(lot.Ledger.Identity) ?? throw Unknown(lot, registry);
        ProvePlace(lot, known);
        ProveHead(lot, known);
        if (lot.Ledger.Counts().Total > registry.CountOf(known.Identity))
        {
            throw new FactoryException($"Lot {lot.Definition.LotId} has IDs that the registry never gave out: the registry came back from an older backup. {Adopt(lot)} makes them known to it.");
        }
    }

    /// <summary>The trail from the entry that the registry has kept to its end.</summary>
    /// <exception cref="FactoryException">That entry is missing, or what follows does not follow from it.</exception>
    public static void ProveHead(Lot lot, RegisteredLot known)
    {
        long last = lot.Ledger.AuditHead().Sequence;
        if (last < known.Sequence)
        {
            throw new FactoryException(string.Create(
                CultureInfo.InvariantCulture,
                $"This is an older copy of lot {known.Name}: its trail ends with entry {last}, the registry knows {known.Sequence}. Units that it takes for free may be in tokens. Work with the lot in {known.Place}. If that one is lost: {Adopt(lot)} --from-backup"));
        }

        if (lot.Ledger.FindAudit(known.Sequence) is not { } kept || !kept.Hash.AsSpan().SequenceEqual(known.Hash))
        {
            throw new FactoryException($"The trail of lot {known.Name} is another one than the registry knows: two copies were worked with, or the ledger was changed by hand. Tokens of both may hold one secret. Look at both: hwtoken lot audit, hwtoken lot verify");
        }

        byte[] previous = kept.Hash;
        foreach (LedgerEntry entry in lot.Ledger.Audit(known.Sequence))
        {
            byte[] hash = lot.Keys.Chain(previous, entry.Sequence, entry.At, entry.Who, entry.Event);
            if (!hash.AsSpan().SequenceEqual(entry.Hash))
            {
                throw new FactoryException(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Sequence} of the trail of lot {known.Name} was not written by hwtoken: the ledger was changed by hand. Compare it with a backup."));
            }

            previous = hash;
        }
    }

    private static void ProvePlace(Lot lot, RegisteredLot known)
    {
        string here = Place.Of(lot.Folder.Folder);
        if (known.Instance != lot.Ledger.Instance)
        {
            throw new FactoryException($"Lot {known.Name} was taken over at {known.Place}: this is a copy from before that. Work there, and put this folder away.");
        }

        if (Place.Same(known.Place, here))
        {
            return;
        }

        bool isThere = File.Exists(new LotFolder(known.Place).Ledger);
        throw new FactoryException(isThere
            ? $"This is a copy of lot {known.Name}, which is in {known.Place}. Work there: two copies that are worked with put one secret into two tokens."
            : $"The registry knows lot {known.Name} in {known.Place}, and it is not there. If it was moved here, folder and all: {Adopt(lot)}");
    }

    private static FactoryException Unknown(Lot lot, IdRegistry registry) => new(registry.LotNamed(lot.Definition.LotId) is { } other
        ? $"The registry knows another lot of the name {other.Name} (in {other.Place}), not this one. Is --home the right one? If that lot's creation and this one's crossed, remove this folder."
        : $"The registry does not know lot {lot.Definition.LotId}. Is --home the right one? If its creation was cut short: remove the folder and its key file, and create it again. If the whole bench moved and the registry is lost: {Adopt(lot)}");

    private static string Adopt(Lot lot) => $"hwtoken lot adopt {lot.Folder.Folder}";
}
