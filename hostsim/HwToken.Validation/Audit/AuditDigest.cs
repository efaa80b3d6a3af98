using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HwToken.Validation.Audit;

/// <summary>Runs over the entries of the audit in the order of their numbers, and tells the digest at any of them.</summary>
internal sealed class AuditDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Number of the last entry.</summary>
    public long Last { get; private set; }

    public long Entries { get; private set; }

    public string Value => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Add(long id, byte[] mac)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, id);
        hash.AppendData(number);
        hash.AppendData(mac);
        (Last, Entries) = (id, Entries + 1);
    }

    public void Dispose() => hash.Dispose();
}
