using System.Globalization;
using System.Security.Cryptography;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>
/// Proves a lot: the audit chain link by link, the states that it tells against those in the ledger, IDs against the registry, and, with
/// the key, every secret.
/// </summary>
public static class LotVerifier
{
    /// <summary>Looks at everything.</summary>
    /// <param name="lot">The lot; with keys, its secrets are looked at too.</param>
    /// <param name="registry">Registry of all IDs.</param>
    public static IReadOnlyList<LotFinding> Verify(Lot lot, IdRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(registry);
        var findings = new List<LotFinding>();
        Dictionary<string, UnitState> told = Chain(lot, registry, findings, out long made);
        States(lot, registry, told, made, findings);
        if (lot.HasKeys)
        {
            Secrets(lot, findings);
        }

        return findings;
    }

    private static Dictionary<string, UnitState> Chain(Lot lot, IdRegistry registry, List<LotFinding> findings, out long made)
    {
        made = 0;
        var states = new Dictionary<string, UnitState>();
        (long Sequence, byte[] Hash)? kept = registry.KeptHead(lot.Definition.LotId);
        byte[] previous = AuditChain.Genesis(lot.Definition.LotId);
        long expected = 1;
        bool isKeptSeen = kept is null;
        string? broken = null;
        foreach (AuditEntry entry in lot.Ledger.Audit())
        {
            byte[] hash = AuditChain.Next(previous, expected, entry.At, entry.Who, entry.What, entry.Id);
            if (entry.Sequence != expected || !hash.AsSpan().SequenceEqual(entry.Hash))
            {
                broken ??= string.Create(CultureInfo.InvariantCulture, $"entry {expected} does not follow from the one before it");
                break;
            }

            isKeptSeen |= kept?.Sequence == expected && kept.Value.Hash.AsSpan().SequenceEqual(hash);
            made += Made(entry.What);
            Replay(entry, states);
            previous = hash;
            expected++;
        }

        findings.Add(new LotFinding(broken is null, broken is null
            ? string.Create(CultureInfo.InvariantCulture, $"audit chain: {expected - 1} entries, head {Convert.ToHexString(previous)}")
            : $"audit chain: {broken}. The ledger was changed by hand; compare it with a backup"));
        findings.Add(new LotFinding(isKeptSeen, kept is null
            ? "audit head in the registry: none kept"
            : isKeptSeen ? "audit head in the registry: is part of the chain" : "audit head in the registry: is not part of the chain. The trail was cut or rewritten, or an old ledger was restored"));
        return states;
    }

    /// <summary>How many credentials an entry tells were made.</summary>
    private static long Made(string what)
    {
        string? word = what.StartsWith(Lot.CreatedWord, StringComparison.Ordinal) ? Lot.CreatedWord : what.StartsWith(Lot.ExtendedWord, StringComparison.Ordinal) ? Lot.ExtendedWord : null;
        return word is not null && long.TryParse(what[word.Length..].Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : 0;
    }

    private static void Replay(AuditEntry entry, Dictionary<string, UnitState> states)
    {
        string[] words = entry.What.Split(' ');
        if (entry.Id.Length > 0 && words.Length >= 3 && words[1] == ">")
        {
            states[entry.Id] = Enum.GetValues<UnitState>().First(state => state.Word() == words[2].TrimEnd(',', ':'));
        }
        else if (entry.What.StartsWith(LotLedger.SealWord, StringComparison.Ordinal))
        {
            foreach (string id in states.Where(pair => pair.Value == UnitState.Labelled).Select(pair => pair.Key).ToArray())
            {
                states[id] = UnitState.Sealed;
            }
        }
    }

    private static void States(Lot lot, IdRegistry registry, Dictionary<string, UnitState> told, long made, List<LotFinding> findings)
    {
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

            if (!unit.Id.StartsWith(lot.Definition.Prefix, StringComparison.Ordinal) || registry.FindLot(unit.Id) != lot.Definition.LotId)
            {
                wrongId ??= $"{unit.Id} was not given out to this lot";
            }
        }

        findings.Add(new LotFinding(wrongState is null, "states: " + (wrongState ?? "all as the audit trail tells")));
        long burned = registry.CountOf(lot.Definition.LotId) - count;
        string unused = burned > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {burned} more were given out and never made: an extension was cut short") : "";
        findings.Add(new LotFinding(wrongId is null, "IDs: " + (wrongId ?? "all given out to this lot by the registry" + unused)));
        findings.Add(new LotFinding(count == made, string.Create(CultureInfo.InvariantCulture, $"units: {count} of {made} that were made")));
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
