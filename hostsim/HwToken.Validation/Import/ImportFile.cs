using System.Security.Cryptography;
using System.Text;
using HwToken.Pskc;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Import;

/// <summary>A seed file, read and checked whole, every secret sealed; and the digests that name it.</summary>
/// <param name="Lot">Name of the lot; the container's Id when the file has no lot; may be empty.</param>
/// <param name="Rows">In the order of the file.</param>
/// <param name="FileSha256">Over the file's bytes; lower-case hexadecimal digits.</param>
/// <param name="IdsSha256">Over the IDs as written, in the order of the file, each ended by a line feed; lower-case hexadecimal digits.</param>
/// <param name="Notes">What whoever imports should know.</param>
/// <param name="LeftOut">Keys that cannot be used here and were left out.</param>
internal sealed record ImportFile(string Lot, List<Credential> Rows, string FileSha256, string IdsSha256, IReadOnlyList<string> Notes, int LeftOut)
{
    /// <summary>Keys between two words about the progress.</summary>
    private const int Told = 500;

    /// <exception cref="PskcException">The file is refused.</exception>
    public static ImportFile Read(Stream seeds, ImportRequest request, ValidationOptions options, FileKeyHolder keys, DateTimeOffset at)
    {
        long start = seeds.Position;
        string digest = DigestOf(seeds);
        seeds.Position = start;
        (string lot, List<Credential> rows, List<string> notes, int leftOut) = ReadKeys(seeds, request, options, keys, at);

        // The receipt has the factory destroy this very file: what was read must be what was hashed.
        seeds.Position = start;
        return DigestOf(seeds) == digest
            ? new ImportFile(lot, rows, digest, IdsDigestOf(rows.Select(row => row.WrittenId)), notes, leftOut)
            : throw new PskcException(PskcError.ChangedWhileReading, "The file changed while it was read; nothing was imported. Copy it to where nothing else writes to it, and import the copy.");
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

    private static string Without(SeedRefusal refusal) => $"Left out: {refusal}.";

    /// <summary>Dates that refuse every code, told before somebody wonders at the sign-in.</summary>
    private static IEnumerable<string> OnValidity(List<Credential> rows, long now)
    {
        int ended = rows.Count(row => row.NotAfter < now);
        if (ended > 0)
        {
            yield return $"{ended} of {rows.Count} credentials have expired (ExpiryDate): every code of theirs will be refused. Ask the sender for tokens that are valid.";
        }

        int early = rows.Count(row => row.NotBefore > now);
        if (early > 0)
        {
            yield return $"{early} of {rows.Count} credentials are not valid yet (StartDate): their codes are refused until then.";
        }
    }

    private static string DigestOf(Stream file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static (string Lot, List<Credential> Rows, List<string> Notes, int LeftOut) ReadKeys(Stream seeds, ImportRequest request, ValidationOptions options, FileKeyHolder keys, DateTimeOffset at)
    {
        keys.Refresh();
        using SeedDocument document = SeedReader.Open(
            seeds, new PskcReadOptions { Certificate = ImportSigners.Of(seeds, options), KeySource = request.Key, SkipForeign = request.SkipForeign });
        string lot = document.Lot?.LotId ?? document.ContainerId ?? "";
        if (!PskcReceipt.IsName(lot))
        {
            throw new PskcException(PskcError.BadText, $"The container's Id is longer than {PskcReceipt.MaxName} characters or holds control characters. Have the file written anew.");
        }

        var rows = new List<Credential>(document.Count);
        List<string> notes = [.. document.Refused.Select(Without)];
        int seen = 0;
        foreach (PskcKey key in document.Keys())
        {
            if (seen++ % Told == 0)
            {
                request.Progress?.Report(new ImportProgress(ImportStage.Reading, seen - 1, document.Count));
            }

            using (key)
            {
                if (ImportedKey.Obstacle(key) is not { } obstacle)
                {
                    rows.Add(ImportedKey.ToCredential(key, keys, at.ToUnixTimeSeconds()));
                }
                else if (request.SkipForeign)
                {
                    notes.Add(Without(obstacle));
                }
                else
                {
                    throw new PskcException(obstacle.Error, $"{obstacle}. Nothing was imported. Ask the sender for a file without this key, or leave out what cannot be used (skipForeign).");
                }
            }
        }

        request.Progress?.Report(new ImportProgress(ImportStage.Reading, seen, seen));
        int leftOut = notes.Count;
        notes.AddRange(document.Remarks);
        return rows.Count > 0
            ? (lot, rows, [.. notes, .. OnValidity(rows, at.ToUnixTimeSeconds())], leftOut)
            : throw new PskcException(PskcError.MissingElement, $"The file has no key that can be used here. {notes[0]} Nothing was imported.");
    }
}
