using System.Security.Cryptography;
using System.Text;

namespace HwToken.Validation.Audit;

/// <summary>
/// MACs audit entries into a chain: each MAC covers the one before, under a key that is not in the database, so that nobody who can
/// write to the database alone can change, reorder or drop an entry unseen. One chain a credential, one for the service: a
/// single chain would make every validation wait for the one before.
/// </summary>
internal sealed class AuditChain(byte[] key)
{
    public byte[] Next(ReadOnlySpan<byte> previous, AuditEntry entry)
    {
        using var text = new MemoryStream(256);
        using (var writer = new BinaryWriter(text, Encoding.UTF8))
        {
            // Every text is preceded by its length: two entries can never run into the same bytes.
            writer.Write(previous.Length);
            writer.Write(previous);
            writer.Write(entry.CredentialId);
            writer.Write(entry.Sequence);
            writer.Write(entry.At);
            writer.Write(entry.Actor);
            writer.Write(entry.Event);
            writer.Write(entry.Outcome);
            writer.Write(entry.Factor);
            writer.Write(entry.DriftMilliseconds);
            writer.Write(entry.Detail);
        }

        return HMACSHA256.HashData(key, text.ToArray());
    }
}
