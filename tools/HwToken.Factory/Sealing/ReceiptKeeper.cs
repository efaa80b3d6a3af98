using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Pskc;

namespace HwToken.Factory.Sealing;

/// <summary>The end of a lot: the validation service has every credential, so the factory destroys its secrets.</summary>
public static class ReceiptKeeper
{
    /// <summary>Checks a receipt against a lot. Changes nothing.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="receipt">The receipt as received.</param>
    /// <param name="certificate">The validation service's certificate.</param>
    /// <returns>The receipt, when it is for all of this lot.</returns>
    /// <exception cref="FactoryException">It is for another lot, another file, or not for all credentials.</exception>
    /// <exception cref="PskcException">Its signature does not hold.</exception>
    public static PskcReceipt Check(Lot lot, string receipt, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(lot);
        PskcReceipt read = PskcReceipt.Verify(receipt, certificate);
        if (read.LotId != lot.Definition.LotId)
        {
            throw new FactoryException($"This receipt is for lot {read.LotId}, not for {lot.Definition.LotId}.");
        }

        SealedFile file = LotSealer.Files(lot).FirstOrDefault(file => string.Equals(file.Sha256, read.FileSha256, StringComparison.OrdinalIgnoreCase))
            ?? throw new FactoryException($"This receipt is for a file that lot {lot.Definition.LotId} did not write. Ask the receiver which file was imported.");
        bool isComplete = file.Count == read.Count && string.Equals(file.IdsSha256, read.IdsSha256, StringComparison.OrdinalIgnoreCase);
        return isComplete
            ? read
            : throw new FactoryException($"The receipt tells of {read.Count} credentials, the file holds {file.Count}, or they differ. Keep the secrets and ask the receiver.");
    }

    /// <summary>Destroys the lot's secrets, its signing key and the seed files in its folder.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="receipt">A receipt that was checked.</param>
    /// <param name="who">By whom.</param>
    /// <returns>Seed files outside the lot's folder, which only people can destroy.</returns>
    public static IReadOnlyList<string> Destroy(Lot lot, PskcReceipt receipt, string who)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(receipt);
        lot.DestroySecrets(who, new AuditEvent(AuditKind.SecretsDestroyed)
        {
            Count = receipt.Count,
            First = receipt.Service,
            Last = string.Create(CultureInfo.InvariantCulture, $"{receipt.ImportedAt:yyyy-MM-ddTHH:mm:ssZ}"),
        });
        var outside = new List<string>();
        foreach (SealedFile file in LotSealer.Files(lot))
        {
            if (lot.Folder.Contains(file.Path))
            {
                File.Delete(file.Path);
            }
            else if (File.Exists(file.Path))
            {
                outside.Add(file.Path);
            }
        }

        return outside;
    }
}
