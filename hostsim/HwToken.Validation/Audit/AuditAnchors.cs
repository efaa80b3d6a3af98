using System.Globalization;
using System.Security.Cryptography;
using HwToken.Validation.Import;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Audit;

/// <summary>Makes anchors of the audit, and compares the audit with anchors made before.</summary>
public sealed class AuditAnchors
{
    private readonly IDatabase database;
    private readonly ReceiptSigner signer;
    private readonly TimeProvider time;

    internal AuditAnchors(IDatabase database, ReceiptSigner signer, TimeProvider time)
    {
        this.database = database;
        this.signer = signer;
        this.time = time;
    }

    /// <summary>Signs what the audit is now. Keep the line in another place than the database: a file on another machine, a system log.</summary>
    /// <returns>One line.</returns>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    /// <exception cref="Keys.KeyHolderException">The receipt key cannot be used.</exception>
    public async Task<string> MakeAsync(CancellationToken cancellation = default)
    {
        (string service, long last) = await database.WriteAsync(context => EndAsync(context, cancellation), cancellation).ConfigureAwait(false);
        using AuditDigest digest = await database.ReadAsync(
            async context =>
            {
                var run = new AuditDigest();
                await foreach ((long id, byte[] mac) in EntriesAsync(context, last).WithCancellation(cancellation).ConfigureAwait(false))
                {
                    run.Add(id, mac);
                }

                return run;
            },
            cancellation).ConfigureAwait(false);
        using RSA key = signer.PrivateKey();
        return new AuditAnchor(service, time.GetUtcNow().ToUnixTimeSeconds(), digest.Last, digest.Entries, digest.Value).Sign(key);
    }

    /// <summary>Compares the audit with anchors.</summary>
    /// <param name="lines">Anchors, one a line, in any order, with or without what a system log has put before them; empty lines are passed over.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>What is wrong, a line each; empty when every anchor fits.</returns>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<string> lines, CancellationToken cancellation = default)
    {
        var faults = new List<string>();
        using RSA key = signer.PublicKey();
        var anchors = new List<AuditAnchor>();
        foreach ((int i, string line) in lines.Index().Where(one => one.Item.Trim().Length > 0))
        {
            if (AuditAnchor.Read(line.Trim().Split(' ')[^1], key) is { } anchor)
            {
                anchors.Add(anchor);
            }
            else
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"anchor in line {i + 1}: not signed by this service's key, or damaged"));
            }
        }

        faults.AddRange(await database.ReadAsync(context => CompareAsync(context, [.. anchors.OrderBy(anchor => anchor.Last)], cancellation), cancellation).ConfigureAwait(false));
        return faults;
    }

    /// <summary>The last entry's number, when no entry with a lower one can still come.</summary>
    private static async Task<(string Service, long Last)> EndAsync(ValidationContext context, CancellationToken cancellation)
    {
        if (context.Database.IsNpgsql())
        {
            // Transactions that have taken a number and not committed yet are waited for.
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE audit IN SHARE MODE", cancellation).ConfigureAwait(false);
        }

        string service = await context.Service.Select(row => row.Name).SingleAsync(cancellation).ConfigureAwait(false);
        return (service, await context.Audit.MaxAsync(row => (long?)row.Id, cancellation).ConfigureAwait(false) ?? 0);
    }

    private static async Task<List<string>> CompareAsync(ValidationContext context, AuditAnchor[] anchors, CancellationToken cancellation)
    {
        string service = await context.Service.Select(row => row.Name).SingleAsync(cancellation).ConfigureAwait(false);
        using var digest = new AuditDigest();
        var faults = new List<string>();
        int next = 0;
        await foreach ((long id, byte[] mac) in EntriesAsync(context, anchors.Length == 0 ? 0 : anchors[^1].Last).WithCancellation(cancellation).ConfigureAwait(false))
        {
            for (; next < anchors.Length && anchors[next].Last < id; next++)
            {
                Compare(anchors[next]);
            }

            digest.Add(id, mac);
        }

        for (; next < anchors.Length; next++)
        {
            Compare(anchors[next]);
        }

        return faults;

        void Compare(AuditAnchor anchor)
        {
            if (anchor.Service != service || anchor.Entries != digest.Entries || anchor.Last != digest.Last || anchor.Digest != digest.Value)
            {
                DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(anchor.At);
                faults.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"anchor of {at:yyyy-MM-dd'T'HH:mm:ss'Z'}: the audit is not what it was then ({anchor.Entries} entries, now {digest.Entries}): entries were cut, put back or exchanged"));
            }
        }
    }

    private static async IAsyncEnumerable<(long Id, byte[] Mac)> EntriesAsync(ValidationContext context, long last)
    {
        var entries = context.Audit.Where(row => row.Id <= last).OrderBy(row => row.Id).Select(row => new { row.Id, row.Mac });
        await foreach (var entry in entries.AsAsyncEnumerable().ConfigureAwait(false))
        {
            yield return (entry.Id, entry.Mac);
        }
    }
}
