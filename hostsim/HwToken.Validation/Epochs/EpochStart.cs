using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Epochs;

/// <summary>Looks at the start whether the database is behind what this host has seen, and moves the epoch on.</summary>
internal static class EpochStart
{
    private const int Chunk = 500;

    /// <exception cref="KeyHolderException">The database is behind, or another service's; the message says what to do.</exception>
    public static async Task RunAsync(IDatabase database, ServiceChain chain, RowMac macs, EpochFile file, ValidationOptions options, CancellationToken cancellation)
    {
        EpochMark? seen = options.IsRestored ? ReadLeniently(file) : file.Read();
        EpochMark mark = await database.WriteAsync(context => MoveAsync(context, chain, macs, seen, options, cancellation), cancellation).ConfigureAwait(false);
        if (options.IsRestored)
        {
            file.Write(mark);
        }
        else
        {
            file.Raise(mark);
        }
    }

    private static EpochMark? ReadLeniently(EpochFile file)
    {
        try
        {
            return file.Read();
        }
        catch (KeyHolderException)
        {
            return null;
        }
    }

    private static async Task<EpochMark> MoveAsync(ValidationContext context, ServiceChain chain, RowMac macs, EpochMark? seen, ValidationOptions options, CancellationToken cancellation)
    {
        ServiceRow row = (await ServiceSql.ServiceAsync(context, cancellation).ConfigureAwait(false))!;
        if (seen is not null && seen.Service != row.Name)
        {
            throw new KeyHolderException(
                $"The database is another service's than the one this host served last. Put the right one back (--db, --data); if the change is meant, move '{options.EpochFilePath}' away.");
        }

        if (seen is not null && row.Epoch < seen.Epoch && !options.IsRestored)
        {
            throw new KeyHolderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database is older than the one this host served last (epoch {row.Epoch}, seen {seen.Epoch}): it was put back from a copy, and codes accepted since then would be taken again. Put the newest database back; if there is none, start once with 'serve --restored'."));
        }

        row.Epoch = Math.Max(row.Epoch, seen?.Epoch ?? 0) + 1;
        row.LatestAt = Math.Max(row.LatestAt, options.SessionTime.GetUtcNow().ToUnixTimeMilliseconds());
        await ServiceSql.MoveAsync(context, row, cancellation).ConfigureAwait(false);
        if (options.IsRestored)
        {
            // Who was signed in at the copy may have been sent away since.
            await context.Sessions.ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            int count = await PassOverAsync(context, macs, options, cancellation).ConfigureAwait(false);
            await chain.AppendAsync(context, "console", "restored", "done", string.Create(CultureInfo.InvariantCulture, $"epoch {row.Epoch}, {count} credentials")).ConfigureAwait(false);
        }

        return new EpochMark(row.Name, row.Epoch);
    }

    /// <summary>No code that may have been accepted after the copy is taken: TOTP goes on behind the window of this moment; HOTP waits for two codes.</summary>
    private static async Task<int> PassOverAsync(ValidationContext context, RowMac macs, ValidationOptions options, CancellationToken cancellation)
    {
        long now = options.Time.GetUtcNow().ToUnixTimeSeconds();
        (string last, int count) = ("", 0);
        while (true)
        {
            context.ChangeTracker.Clear();
            List<Credential> rows = await context.Credentials.AsTracking().Where(row => string.Compare(row.Id, last) > 0 && row.State != CredentialState.Revoked)
                .OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellation).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                return count;
            }

            foreach (Credential row in rows)
            {
                macs.Checked(row).RestoredAt = now;
                if (row.Type == OtpType.Totp)
                {
                    (long centre, _, int ahead) = CodeSearch.Window(row, now, options.Rules);
                    row.NextFactor = Math.Max(row.NextFactor, centre + ahead + 1);
                }

                row.Mac = macs.Of(row);
            }

            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            (last, count) = (rows[^1].Id, count + rows.Count);
        }
    }
}
