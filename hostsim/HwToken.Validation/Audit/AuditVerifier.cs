using System.Security.Cryptography;

namespace HwToken.Validation.Audit;

/// <summary>Takes entries chain by chain, in order, then the heads, and notes every disagreement.</summary>
internal sealed class AuditVerifier(AuditChain chain)
{
    private const int MaxFaults = 100;

    private readonly Dictionary<string, Tip> tips = [];
    private readonly List<string> faults = [];
    private readonly AuditGrants grants = new();
    private long entries;
    private long chains;

    public void Add(AuditEntry entry, byte[] mac)
    {
        entries++;
        if (entry.CredentialId.Length == 0)
        {
            grants.Note(entry);
        }

        Tip tip = tips.GetValueOrDefault(entry.CredentialId) ?? new Tip(0, [], -1);
        chains += tip.Sequence == 0 ? 1 : 0;
        if (entry.Sequence != tip.Sequence + 1)
        {
            Fault($"{Name(entry.CredentialId)}: entry {tip.Sequence + 1} is missing");
        }
        else if (!CryptographicOperations.FixedTimeEquals(chain.Next(tip.Mac, entry), mac))
        {
            Fault($"{Name(entry.CredentialId)}: entry {entry.Sequence} was altered");
        }

        tips[entry.CredentialId] = new Tip(entry.Sequence, mac, Math.Max(tip.Factor, entry.Factor));
    }

    /// <summary>Compares what the credential's row says with the end of its chain.</summary>
    public void Head(string credentialId, long sequence, byte[] head, long nextFactor, bool isRowSound)
    {
        Tip tip = tips.GetValueOrDefault(credentialId) ?? new Tip(0, [], -1);
        tips.Remove(credentialId);
        if (sequence != tip.Sequence || !head.AsSpan().SequenceEqual(tip.Mac))
        {
            Fault($"{Name(credentialId)}: the chain ends at entry {tip.Sequence}, its head says {sequence}");
        }
        else if (credentialId.Length > 0 && nextFactor <= tip.Factor)
        {
            Fault($"{Name(credentialId)}: the moving factor was set back behind an accepted code");
        }

        if (!isRowSound)
        {
            Fault($"{Name(credentialId)}: the row was altered");
        }
    }

    /// <summary>Compares an API key with what the chain says of it.</summary>
    public void ApiKey(string id, bool isInForce, bool isRowSound)
    {
        bool isGranted = grants.TakeKey(id);
        if (!isRowSound)
        {
            Fault($"API key {id}: not made here, or altered; it is not taken");
        }
        else if (isInForce && !isGranted)
        {
            Fault($"API key {id}: in force, though the audit says that it was revoked; revoke it again");
        }
    }

    /// <summary>Compares an operator with what the chain says of him or her.</summary>
    public void Operator(string name, string stamp, bool isRowSound)
    {
        bool isGranted = grants.TakeOperator(name, stamp);
        if (!isRowSound)
        {
            Fault($"operator {name}: not made here, or altered; nobody signs in with it");
        }
        else if (!isGranted)
        {
            Fault($"operator {name}: back with an earlier password, though the audit says that it was replaced or the operator removed; remove the operator again");
        }
    }

    public void Session(string person, bool isRowSound)
    {
        if (!isRowSound)
        {
            Fault($"session of operator {person}: not begun here, or altered; it lets nobody in");
        }
    }

    public AuditVerdict Verdict()
    {
        foreach (string left in tips.Keys)
        {
            Fault($"{Name(left)}: entries of a credential that is not there");
        }

        foreach (string missing in grants.Missing)
        {
            Fault($"{missing}: the row is gone, though the audit says that it is in force");
        }

        return new AuditVerdict(entries, chains, faults);
    }

    private static string Name(string credentialId) => credentialId.Length == 0 ? "service" : credentialId;

    private void Fault(string text)
    {
        if (faults.Count < MaxFaults)
        {
            faults.Add(text);
        }
    }

    private sealed record Tip(long Sequence, byte[] Mac, long Factor);
}
