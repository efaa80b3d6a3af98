using HwToken.Pskc;
using HwToken.Validation.Import;

namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>imports</c>: a lot that was taken in, and its receipt.</summary>
internal sealed class ImportedLotRow
{
    /// <summary>SHA-256 of the credential IDs, hexadecimal.</summary>
    public required string IdsSha256 { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string FileSha256 { get; init; }

    public required string Lot { get; init; }

    public int Count { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public long ImportedAt { get; init; }

    public required string Service { get; init; }

    /// <summary>Compact JWS.</summary>
    public required string Receipt { get; init; }

    public static ImportedLotRow Of(SignedReceipt receipt) => new()
    {
        IdsSha256 = receipt.Facts.IdsSha256,
        FileSha256 = receipt.Facts.FileSha256,
        Lot = receipt.Facts.LotId,
        Count = receipt.Facts.Count,
        ImportedAt = receipt.Facts.ImportedAt.ToUnixTimeMilliseconds(),
        Service = receipt.Facts.Service,
        Receipt = receipt.Text,
    };

    public SignedReceipt ToReceipt() => new(Receipt, new PskcReceipt
    {
        LotId = Lot,
        FileSha256 = FileSha256,
        Count = Count,
        IdsSha256 = IdsSha256,
        ImportedAt = DateTimeOffset.FromUnixTimeMilliseconds(ImportedAt),
        Service = Service,
    });
}
