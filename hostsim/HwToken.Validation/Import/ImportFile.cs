using System.Security.Cryptography;
using System.Text;
using HwToken.Pskc;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Import;

/// <summary>A PSKC file, read and checked whole, every secret sealed; and the digests that name it.</summary>
/// <param name="Lot">Name of the lot; the container's Id when the file has no lot; may be empty.</param>
/// <param name="Rows">In the order of the file.</param>
/// <param name="FileSha256">Over the file's bytes; lower-case hexadecimal digits.</param>
/// <param name="IdsSha256">Over the IDs in the order of the file, each ended by a line feed; lower-case hexadecimal digits.</param>
internal sealed record ImportFile(string Lot, List<Credential> Rows, string FileSha256, string IdsSha256)
{
    /// <exception cref="PskcException">The file is refused.</exception>
    public static ImportFile Read(Stream pskc, PskcKeySource? key, ValidationOptions options, FileKeyHolder keys, DateTimeOffset at)
    {
        long start = pskc.Position;
        string digest = DigestOf(pskc);
        pskc.Position = start;
        (string lot, List<Credential> rows) = ReadKeys(pskc, key, options, keys, at);

        // The receipt has the factory destroy this very file: what was read must be what was hashed.
        pskc.Position = start;
        return DigestOf(pskc) == digest
            ? new ImportFile(lot, rows, digest, IdsDigestOf(rows.Select(row => row.Id)))
            : throw new PskcException(PskcError.ChangedWhileReading, "The file changed while it was read; nothing was imported. Copy it to a quiet place and import it again.");
    }

    /// <summary>Digest of credential IDs as receipts tell it.</summary>
    public static string IdsDigestOf(IEnumerable<string> ids)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string id in ids)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(id));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public PskcReceipt Receipt(string service, DateTimeOffset at) =>
        new() { LotId = Lot, FileSha256 = FileSha256, Count = Rows.Count, IdsSha256 = IdsSha256, ImportedAt = at, Service = service };

    private static string DigestOf(Stream file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static (string Lot, List<Credential> Rows) ReadKeys(Stream pskc, PskcKeySource? source, ValidationOptions options, FileKeyHolder keys, DateTimeOffset at)
    {
        keys.Refresh();
        using SeedDocument document = PskcReader.Open(pskc, new PskcReadOptions { Certificate = ImportSigners.Of(pskc, options), KeySource = source });
        string lot = document.Lot?.LotId ?? document.ContainerId ?? "";
        if (!PskcReceipt.IsName(lot))
        {
            throw new PskcException(PskcError.BadText, $"The container's Id is longer than {PskcReceipt.MaxName} characters or holds control characters. Have the file written anew.");
        }

        var rows = new List<Credential>(document.Count);
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                rows.Add(ImportedKey.ToCredential(key, keys, at.ToUnixTimeSeconds()));
            }
        }

        // The reader compares the Ids as they stand; once normalised, two more may be one.
        return rows.DistinctBy(row => row.Id).Count() == rows.Count
            ? (lot, rows)
            : throw new PskcException(PskcError.DuplicateId, "The file brings one credential ID twice. Have the lot written anew.");
    }
}
