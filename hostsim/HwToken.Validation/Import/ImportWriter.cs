using HwToken.Validation.Audit;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Import;

/// <summary>Writes many credentials, a chunk at a time: memory holds one chunk.</summary>
internal static class ImportWriter
{
    private const int ChunkRows = 500;

    /// <param name="context">Where to.</param>
    /// <param name="credentials">As the file brought them.</param>
    /// <param name="lot">Lot that they came in.</param>
    /// <param name="activate">Whether they may be used at once.</param>
    /// <param name="at">Unix time in milliseconds.</param>
    /// <param name="macs">MACs the rows.</param>
    /// <param name="progress">Told after each chunk; null: nobody watches.</param>
    /// <returns>IDs that were there already; then nothing was written.</returns>
    public static async Task<List<string>> InsertAsync(ValidationContext context, IReadOnlyList<Credential> credentials, string lot, bool activate, long at, RowMac macs, IProgress<ImportProgress>? progress = null)
    {
        var duplicates = new List<string>();
        foreach (Credential[] chunk in credentials.Chunk(ChunkRows))
        {
            string[] ids = [.. chunk.Select(credential => credential.Id)];
            duplicates.AddRange(await context.Credentials.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync().ConfigureAwait(false));
        }

        if (duplicates.Count > 0)
        {
            return duplicates;
        }

        int written = 0;
        CredentialState state = activate ? CredentialState.Active : CredentialState.Inactive;
        foreach (Credential[] chunk in credentials.Chunk(ChunkRows))
        {
            foreach (Credential credential in chunk)
            {
                Credential row = credential with { Lot = lot, State = state, ImportedAt = at, ActivatedAt = activate ? at : 0 };
                row.Mac = macs.Of(row);
                context.Credentials.Add(row);
            }

            await context.SaveChangesAsync().ConfigureAwait(false);
            context.ChangeTracker.Clear();
            progress?.Report(new ImportProgress(ImportStage.Writing, written += chunk.Length, credentials.Count));
        }

        return duplicates;
    }
}
