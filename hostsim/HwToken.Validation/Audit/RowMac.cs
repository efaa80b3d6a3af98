using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Audit;

/// <summary>
/// MACs what a row says, under the audit key, which is not in the database: who can write to the database alone cannot unlock or revive a
/// credential, set its factor back, or make an API key. Checked before a row is used and by <c>audit verify</c>.
/// </summary>
internal sealed class RowMac(byte[] key)
{
    /// <summary>Of everything but the secret, which is sealed by itself and may be sealed anew.</summary>
    public byte[] Of(Credential row) => Of(writer =>
    {
        writer.Write("credential");
        writer.Write(row.Id);
        writer.Write(row.WrittenId);
        writer.Write(row.Lot);
        writer.Write((int)row.Type);
        writer.Write((int)row.Algorithm);
        writer.Write(row.Digits);
        writer.Write(row.PeriodSeconds);
        writer.Write((int)row.State);
        writer.Write(row.IsOperators);
        writer.Write(row.LockedAt);
        writer.Write(row.Failures);
        writer.Write(row.RecentFailures.Length);
        writer.Write(row.RecentFailures);
        writer.Write(row.NextFactor);
        writer.Write(row.DriftOffset);
        writer.Write(row.DriftRate);
        writer.Write(row.DriftOffsetVariance);
        writer.Write(row.DriftCovariance);
        writer.Write(row.DriftRateVariance);
        writer.Write(row.DriftAt);
        writer.Write(row.PublicShift);
        writer.Write(row.PublicShiftAt);
        writer.Write(row.RestoredAt);
        writer.Write(row.ImportedAt);
        writer.Write(row.ActivatedAt);
        writer.Write(row.LastSuccessAt);
        writer.Write(row.NotBefore);
        writer.Write(row.NotAfter);
        writer.Write(row.ReplacedBy);
        writer.Write(row.Holder);
        writer.Write(row.AuditSeq);
        writer.Write(row.AuditHead.Length);
        writer.Write(row.AuditHead);
    });

    /// <summary>Of everything.</summary>
    public byte[] Of(ApiKeyRow row) => Of(writer =>
    {
        writer.Write("API key");
        writer.Write(row.Hash.Length);
        writer.Write(row.Hash);
        writer.Write(row.Id);
        writer.Write(row.Name);
        writer.Write((int)row.Role);
        writer.Write(row.CreatedAt);
        writer.Write(row.RevokedAt);
    });

    /// <summary>Of everything.</summary>
    public byte[] Of(OperatorRow row) => Of(writer =>
    {
        writer.Write("operator");
        writer.Write(row.Name);
        writer.Write(row.PasswordHash);
        writer.Write(row.TokenId);
        writer.Write(row.Failures);
        writer.Write(row.Stamp);
    });

    /// <summary>Of everything.</summary>
    public byte[] Of(SessionRow row) => Of(writer =>
    {
        writer.Write("session");
        writer.Write(row.Hash.Length);
        writer.Write(row.Hash);
        writer.Write(row.Operator);
        writer.Write(row.Stamp);
        writer.Write(row.BeganAt);
        writer.Write(row.SeenAt);
    });

    /// <summary>Of everything.</summary>
    public byte[] Of(ChainRow row) => Of(writer =>
    {
        writer.Write("chain");
        writer.Write(row.Name);
        writer.Write(row.Seq);
        writer.Write(row.Head.Length);
        writer.Write(row.Head);
    });

    /// <summary>What a key of the REST API ends with.</summary>
    public byte[] ApiKeyTag(ReadOnlySpan<byte> random) => HMACSHA256.HashData(key, (ReadOnlySpan<byte>)[.. "API key tag"u8, .. random]);

    public bool Fits(Credential row) => CryptographicOperations.FixedTimeEquals(Of(row), row.Mac);

    public bool Fits(ApiKeyRow row) => CryptographicOperations.FixedTimeEquals(Of(row), row.Mac);

    public bool Fits(OperatorRow row) => CryptographicOperations.FixedTimeEquals(Of(row), row.Mac);

    public bool Fits(SessionRow row) => CryptographicOperations.FixedTimeEquals(Of(row), row.Mac);

    public bool Fits(ChainRow row) => CryptographicOperations.FixedTimeEquals(Of(row), row.Mac);

    /// <summary>Before a row is changed: its new MAC would hide that it had been altered.</summary>
    /// <exception cref="KeyHolderException">It was altered.</exception>
    public Credential Checked(Credential row) => Fits(row) ? row : throw new KeyHolderException(
        $"The row of {row.Id} was altered behind the service's back. Run 'audit verify', find out who writes to the database, and restore the row from a backup.");

    private byte[] Of(Action<BinaryWriter> write)
    {
        using var text = new MemoryStream(512);
        using (var writer = new BinaryWriter(text, Encoding.UTF8, leaveOpen: true))
        {
            // Every text is preceded by its length: two rows can never run into the same bytes.
            write(writer);
        }

        return HMACSHA256.HashData(key, text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
