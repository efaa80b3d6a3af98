using System.Security.Cryptography;
using System.Text;
using HwToken.Factory.Ledger;
using HwToken.Keeping;
using HwToken.Provisioning;

namespace HwToken.Factory.Keys;

/// <summary>
/// The keys of a lot, all derived from one 32-byte root (HKDF-SHA256): the lot key that seals secrets in the ledger, the master
/// key that admin keys come from, and the key of the audit trail. Dispose it to clear them.
/// </summary>
public sealed class LotKeys : IDisposable
{
    /// <summary>Bytes of the root.</summary>
    public const int RootBytes = 32;

    private readonly byte[] _lotKey;
    private readonly byte[] _masterKey;
    private readonly byte[] _auditKey;
    private readonly string _lotId;

    /// <summary>Derives the keys.</summary>
    /// <param name="root">32 bytes; the caller clears them.</param>
    /// <param name="lotId">Name of the lot: another lot's root gives other keys.</param>
    public LotKeys(ReadOnlySpan<byte> root, string lotId)
    {
        if (root.Length != RootBytes)
        {
            throw new ArgumentException("A lot's root key has 32 bytes.", nameof(root));
        }

        _lotId = lotId;
        _lotKey = Derive(root, "SEAL");
        _masterKey = Derive(root, "MASTER");
        _auditKey = Derive(root, "AUDIT");
        Check = Convert.ToHexString(Derive(root, "CHECK").AsSpan(0, 8));
    }

    /// <summary>Tells a wrong key from the right one. Public: nothing can be derived from it.</summary>
    public string Check { get; }

    /// <summary>Seals bytes under the lot key: AES-256-GCM, nonce ‖ tag ‖ ciphertext.</summary>
    /// <param name="id">What they belong to (the credential ID), as associated data: a sealed secret cannot be moved to another unit.</param>
    /// <param name="clear">The bytes; the caller clears them.</param>
    public byte[] Seal(string id, ReadOnlySpan<byte> clear) => SealedBox.Seal(_lotKey, clear, AssociatedData(id));

    /// <summary>Opens what <see cref="Seal"/> sealed.</summary>
    /// <param name="id">What it belongs to.</param>
    /// <param name="box">The sealed bytes.</param>
    /// <returns>The bytes; the caller clears them.</returns>
    /// <exception cref="FactoryException">Damaged, of another unit, or sealed under another key.</exception>
    public byte[] Open(string id, ReadOnlySpan<byte> box) => SealedBox.TryOpen(_lotKey, box, AssociatedData(id))
        ?? throw new FactoryException($"The sealed secret of {id} is damaged or belongs elsewhere. Restore the ledger from its backup.");

    /// <summary>The admin key of a token of this lot.</summary>
    /// <param name="id">Credential ID.</param>
    /// <returns>32 bytes; the caller clears them.</returns>
    public byte[] AdminKey(string id) => Provisioning.AdminKey.Derive(_masterKey, id);

    /// <summary>The hash of an entry of the lot's audit trail.</summary>
    /// <param name="previous">Hash of the entry before it; null for the first.</param>
    /// <param name="sequence">1, 2, 3 …</param>
    /// <param name="at">When.</param>
    /// <param name="who">By whom.</param>
    /// <param name="happened">What.</param>
    internal byte[] Chain(byte[]? previous, long sequence, string at, string who, AuditEvent happened) =>
        LedgerChain.Next(_auditKey, previous ?? LedgerChain.Genesis(_auditKey, _lotId), sequence, at, who, happened);

    /// <summary>Clears the keys.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_lotKey);
        CryptographicOperations.ZeroMemory(_masterKey);
        CryptographicOperations.ZeroMemory(_auditKey);
    }

    private byte[] AssociatedData(string id) => Encoding.UTF8.GetBytes($"HWTOKEN SECRET 1 {_lotId} {id}");

    private byte[] Derive(ReadOnlySpan<byte> root, string use)
    {
        byte[] key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, key, [], Encoding.UTF8.GetBytes($"HWTOKEN LOT {use} 1 {_lotId}"));
        return key;
    }
}
