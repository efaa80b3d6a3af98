using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Factory.Ledger;

/// <summary>
/// The chain of the audit trail: HMAC-SHA256, under a key from the lot's root key, over the former entry's hash, the sequence number and the
/// length-prefixed fields. Without that key nobody can add an entry or alter the last one.
/// </summary>
public static class LedgerChain
{
    /// <summary>The hash before the first entry. It names the lot, so that a trail cannot be moved to another one.</summary>
    /// <param name="key">The lot's audit key, 32 bytes.</param>
    /// <param name="lot">Identity of the lot.</param>
    public static byte[] Genesis(ReadOnlySpan<byte> key, string lot) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("HWTOKEN AUDIT 2 " + lot));

    /// <summary>The hash of an entry.</summary>
    /// <param name="key">The lot's audit key, 32 bytes.</param>
    /// <param name="previous">Hash of the entry before it, 32 bytes.</param>
    /// <param name="sequence">1, 2, 3 …</param>
    /// <param name="at">When.</param>
    /// <param name="who">By whom.</param>
    /// <param name="happened">What.</param>
    public static byte[] Next(ReadOnlySpan<byte> key, ReadOnlySpan<byte> previous, long sequence, string at, string who, AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(previous);
        Add(hash, sequence);
        Add(hash, (int)happened.Kind);
        Add(hash, (long?)happened.From);
        Add(hash, happened.Count);
        Add(hash, happened.ClockError is { } error ? BitConverter.DoubleToInt64Bits(error) : null);
        Add(hash, happened.ClockUncertainty is { } bound ? BitConverter.DoubleToInt64Bits(bound) : null);
        foreach (string field in new[] { at, who, happened.Id, happened.First, happened.Last, happened.Text })
        {
            // Lengths first: otherwise text could be moved from one field into the next.
            byte[] bytes = Encoding.UTF8.GetBytes(field);
            Add(hash, bytes.Length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, long? value)
    {
        Span<byte> number = stackalloc byte[9];
        number[0] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(number[1..], value ?? 0);
        hash.AppendData(number);
    }
}
