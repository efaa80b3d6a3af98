using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Factory.Ledger;

/// <summary>The hash chain of the audit trail: SHA-256 over the former hash, the sequence number and the length-prefixed fields.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry. It names the lot, so that a trail cannot be moved to another one.</summary>
    /// <param name="lotId">Name of the lot.</param>
    public static byte[] Genesis(string lotId) => SHA256.HashData(Encoding.UTF8.GetBytes("HWTOKEN AUDIT 1 " + lotId));

    /// <summary>The hash of an entry.</summary>
    /// <param name="previous">Hash of the entry before it, 32 bytes.</param>
    /// <param name="sequence">1, 2, 3 …</param>
    /// <param name="at">When.</param>
    /// <param name="who">By whom.</param>
    /// <param name="what">What.</param>
    /// <param name="id">Credential ID, or empty.</param>
    public static byte[] Next(ReadOnlySpan<byte> previous, long sequence, string at, string who, string what, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(previous);
        hash.AppendData(number);
        foreach (string field in new[] { at, who, what, id })
        {
            // Lengths first: otherwise text could be moved from one field into the next.
            byte[] bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
