using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Import;

/// <summary>Writes many credentials, a chunk at a time: memory holds one chunk.</summary>
internal static class ImportWriter
{
    private const int ChunkRows = 500;

    /// <returns>IDs that were there already; then nothing was written.</returns>
    public static async Task<List<string>> InsertAsync(ValidationContext context, IReadOnlyList<ImportRow> rows, string lot, bool activate, long at)
    {
        var duplicates = new List<string>();
        foreach (ImportRow[] chunk in rows.Chunk(ChunkRows))
        {
            string[] ids = [.. chunk.Select(row => row.Id)];
            duplicates.AddRange(await context.Credentials.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync().ConfigureAwait(false));
        }

        if (duplicates.Count > 0)
        {
            return duplicates;
        }

        foreach (ImportRow[] chunk in rows.Chunk(ChunkRows))
        {
            context.Credentials.AddRange(chunk.Select(row => row.ToCredential(lot, activate, at)));
            await context.SaveChangesAsync().ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }

        return duplicates;
    }
}
