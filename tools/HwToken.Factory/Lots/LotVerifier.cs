using System.Globalization;
using System.Security.Cryptography;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>
/// Proves a lot: the audit chain link by link, the states that it tells against those in the ledger, IDs against the registry, clocks, and, with
/// the key, every secret.
/// </summary>
public static class LotVerifier
{
    /// <summary>Looks at everything.</summary>
    /// <param name="lot">The lot; with keys, its trail and its secrets are looked at too.</param>
    /// <param name="registry">Registry of all IDs.</param>
    public static IReadOnlyList<LotFinding> Verify(Lot lot, IdRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(registry);
        var findings = new List<LotFinding>();
        RegisteredLot? known = registry.Lot(lot.Ledger.Identity);
        if (lot.HasKeys)
        {
            findings.Add(Chain(lot));
        }

        findings.Add(Head(lot, known));
        findings.Add(Copy(lot, known));
        States(lot, registry, findings);
        findings.Add(Clocks(lot));
        if (lot.HasKeys)
        {
            Secrets(lot, findings);
        }

        return findings;
    }

    /// <summary>Where the audit chain does not hold.</summary>
    /// <returns>Null when it does.</returns>
    internal static string? Broken(Lot lot)
    {
        byte[]? previous = null;
        long expected = 1;
        foreach (LedgerEntry entry in lot.Ledger.Audit())
        {
            previous = lot.Keys.Chain(previous, expected, entry.At, entry.Who, entry.Event);
            if (entry.Sequence != expected || !previous.AsSpan().SequenceEqual(entry.Hash))
            {
                return string.Create(CultureInfo.InvariantCulture, $"entry {expected} does not follow from the one before it");
            }

            expected++;
        }

        return expected == 1 ? "it has no entry" : null;
    }

    private static LotFinding Chain(Lot lot)
    {
        string? broken = Broken(lot);
        (long sequence, byte[] hash) = lot.Ledger.AuditHead();
        return new LotFinding(broken is null, broken is null
            ? string.Create(CultureInfo.InvariantCulture, $"audit chain: {sequence} entries, head {Convert.ToHexString(hash)}")
            : $"audit chain: {broken}. The ledger was changed by hand; compare it with a backup");
    }

    private static LotFinding Head(Lot lot, RegisteredLot? known)
    {
        if (known is null)
        {
            return new LotFinding(false, "audit head in the registry: none. The registry does not know this lot: is --home the right one?");
        }

        if (lot.Ledger.FindAudit(known.Sequence) is { } kept && kept.Hash.AsSpan().SequenceEqual(known.Hash))
        {
            return new LotFinding(true, "audit head in the registry: is part of the chain");
        }

        bool isOlder = lot.Ledger.AuditHead().Sequence < known.Sequence;
        return new LotFinding(false, isOlder
            ? string.Create(CultureInfo.InvariantCulture, $"audit head in the registry: is entry {known.Sequence}, which is missing here. This is an older copy, or the trail was cut")
            : "audit head in the registry: is not part of the chain. The trail was rewritten, or two copies were worked with");
    }

    /// <summary>A copy can be looked at; it is worked with nowhere but at its place.</summary>
    private static LotFinding Copy(Lot lot, RegisteredLot? known)
    {
        bool isTheOne = known is not null && known.Instance == lot.Ledger.Instance && Place.Same(known.Place, Place.Of(lot.Folder.Folder));
        return new LotFinding(true, isTheOne || known is null ? "place: the registry's" : $"place: this is a copy. Work goes on in {known.Place}");
    }

    private static void States(Lot lot, IdRegistry registry, List<LotFinding> findings)
    {
        Dictionary<string, UnitState> told = Replay(lot, out long made);
        int count = 0;
        string? wrongState = null;
        string? wrongId = null;
        foreach (Unit unit in lot.Ledger.Units())
        {
            count++;
            UnitState expected = told.GetValueOrDefault(unit.Id, UnitState.Reserved);
            if (unit.State != expected)
            {
                wrongState ??= $"{unit.Id} is {unit.State.Word()}, its trail says {expected.Word()}";
            }

            if (!unit.Id.StartsWith(lot.Definition.Prefix, StringComparison.Ordinal) || registry.FindLot(unit.Id) != lot.Ledger.Identity)
            {
                wrongId ??= $"{unit.Id} was not given out to this lot";
            }
        }

        findings.Add(new LotFinding(wrongState is null, "states: " + (wrongState ?? "all as the audit trail tells")));
        long burned = registry.CountOf(lot.Ledger.Identity) - count;
        string unused = burned > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {burned} more were given out and never made: an extension was cut short") : "";
        findings.Add(new LotFinding(wrongId is null, "IDs: " + (wrongId ?? "all given out to this lot by the registry" + unused)));
        findings.Add(new LotFinding(count == made, string.Create(CultureInfo.InvariantCulture, $"units: {count} of {made} that were made")));
    }

    private static Dictionary<string, UnitState> Replay(Lot lot, out long made)
    {
        made = 0;
        var states = new Dictionary<string, UnitState>();
        foreach (AuditEvent happened in lot.Ledger.Audit().Select(entry => entry.Event))
        {
            made += happened.Kind is AuditKind.Created or AuditKind.Extended ? happened.Count ?? 0 : 0;
            if (AuditText.StateAfter(happened.Kind) is { } state)
            {
                states[happened.Id] = state;
            }
            else if (happened.Kind == AuditKind.Sealed)
            {
                foreach (string id in states.Where(pair => pair.Value == UnitState.Labelled).Select(pair => pair.Key).ToArray())
                {
                    states[id] = UnitState.Sealed;
                }
            }
        }

        return states;
    }

    private static LotFinding Clocks(Lot lot)
    {
        IReadOnlyList<string> wrong = lot.WrongClocks();
        return new LotFinding(wrong.Count == 0, wrong.Count == 0
            ? "clocks: none known to be wrong"
            : string.Create(CultureInfo.InvariantCulture, $"clocks: {wrong.Count} wrong or in doubt, the first is {wrong[0]}. Connect it: hwtoken device set-time --port PORT --lot {lot.Folder.Folder}"));
    }

    private static void Secrets(Lot lot, List<LotFinding> findings)
    {
        var seen = new HashSet<UInt128>();
        int opened = 0;
        int destroyed = 0;
        string? wrong = null;
        foreach (Unit unit in lot.Ledger.Units())
        {
            if (lot.Ledger.SealedSecret(unit.Id) is not { } box)
            {
                destroyed++;
                continue;
            }

            try
            {
                byte[] secret = lot.Keys.Open(unit.Id, box);
                bool isNew = secret.Length == lot.Definition.SecretBytes && seen.Add(BitConverter.ToUInt128(SHA256.HashData(secret)));
                CryptographicOperations.ZeroMemory(secret);
                opened++;
                wrong ??= isNew ? null : $"{unit.Id} has the secret of another unit";
            }
            catch (FactoryException e)
            {
                wrong ??= e.Message;
            }
        }

        string right = string.Create(CultureInfo.InvariantCulture, $"{opened} open with the lot's key and differ, {destroyed} destroyed after delivery");
        findings.Add(new LotFinding(wrong is null, "secrets: " + (wrong ?? right)));
    }
}
