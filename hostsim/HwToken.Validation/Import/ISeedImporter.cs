namespace HwToken.Validation.Import;

/// <summary>Takes seed files of every format that <see cref="Pskc.SeedReader"/> reads in: all of a file or nothing of it, unless keys of others may be left out.</summary>
public interface ISeedImporter
{
    /// <summary>Imports one file.</summary>
    /// <param name="seeds">The file from its current position to its end; it can seek.</param>
    /// <param name="request">Who, how, with which key.</param>
    /// <param name="cancellation">Ends the wait before anything was imported.</param>
    /// <exception cref="Storage.StorageException">Nothing was imported.</exception>
    /// <exception cref="Keys.KeyHolderException">The receipt key or its certificate cannot be used; nothing was imported.</exception>
    Task<ImportOutcome> ImportAsync(Stream seeds, ImportRequest request, CancellationToken cancellation = default);

    /// <summary>The receipt of an earlier import, when its answer was lost on the way; null when there was none.</summary>
    /// <param name="digest">SHA-256 of the file or of its credential IDs (<see cref="Pskc.PskcReceipt"/>), hexadecimal digits in either case.</param>
    /// <param name="cancellation">Ends the read.</param>
    Task<SignedReceipt?> FindReceiptAsync(string digest, CancellationToken cancellation = default);

    /// <summary>The certificate that receipts verify under, as PEM, without its key. Made when first asked for.</summary>
    /// <exception cref="Keys.KeyHolderException">The receipt key or its certificate cannot be used.</exception>
    string ReceiptCertificatePem { get; }
}
