namespace HwToken.Validation.Import;

/// <summary>Takes PSKC files (RFC 6030) in: all of a file or nothing of it.</summary>
public interface IPskcImporter
{
    /// <summary>Imports one file.</summary>
    /// <param name="pskc">The file from its current position. One that cannot seek is held in memory.</param>
    /// <param name="request">Who, how, with which key.</param>
    /// <param name="cancellation">Ends the wait before anything was imported.</param>
    /// <exception cref="Storage.StorageException">Nothing was imported.</exception>
    Task<ImportOutcome> ImportAsync(Stream pskc, ImportRequest request, CancellationToken cancellation = default);

    /// <summary>The receipt of an earlier import, when its answer was lost on the way; null when there was none.</summary>
    /// <param name="idsDigest">Digest of the credential IDs (<see cref="ImportReceipt.IdsDigest"/>).</param>
    /// <param name="cancellation">Ends the read.</param>
    Task<ImportReceipt?> FindReceiptAsync(string idsDigest, CancellationToken cancellation = default);

    /// <summary>The public key that receipts verify under, as PEM (SubjectPublicKeyInfo).</summary>
    string ReceiptPublicKeyPem { get; }
}
