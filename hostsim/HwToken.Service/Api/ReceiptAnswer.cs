using HwToken.Validation.Import;

namespace HwToken.Service.Api;

/// <summary>The receipt of an import, and in clear what it says.</summary>
/// <param name="Receipt">Compact JWS (RS256), one line: save it as a file for <c>hwtoken lot receipt</c>. It counts; the rest is for reading.</param>
/// <param name="Lot">Name of the lot; empty when the file names none.</param>
/// <param name="Count">Number of credentials.</param>
/// <param name="FileSha256">SHA-256 of the file's bytes, hexadecimal digits.</param>
/// <param name="IdsSha256">SHA-256 over the credential IDs in the order of the file, each ended by a line feed; hexadecimal digits.</param>
/// <param name="ImportedAt">When, UTC.</param>
/// <param name="Service">Name of this service, as its certificate tells it.</param>
/// <param name="Notes">What whoever imports should know: keys that were left out, guesses that the format asks for, credentials that have expired.</param>
internal sealed record ReceiptAnswer(string Receipt, string Lot, int Count, string FileSha256, string IdsSha256, DateTime ImportedAt, string Service, IReadOnlyList<string> Notes)
{
    /// <summary>The media type under which the receipt is given alone.</summary>
    public const string BareType = "application/jose";

    public static ReceiptAnswer Of(SignedReceipt receipt, IReadOnlyList<string> notes) => new(
        receipt.Text, receipt.Facts.LotId, receipt.Facts.Count, receipt.Facts.FileSha256, receipt.Facts.IdsSha256, receipt.Facts.ImportedAt.UtcDateTime, receipt.Facts.Service, notes);
}
