using HwToken.Validation.Audit;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Desk;

/// <summary>Finds entries of the audit.</summary>
public sealed class AuditSearch
{
    private const int MaxPage = 10_000;

    private readonly IDatabase database;

    internal AuditSearch(IDatabase database) => this.database = database;

    /// <summary>Reads entries, newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="limit">1 to 10,000.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<AuditPage> FindAsync(AuditQuery query, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        limit = Math.Clamp(limit, 1, MaxPage);
        List<AuditRow> rows = await database.ReadAsync(
            context => Fitting(context.Audit, query).OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellation), cancellation).ConfigureAwait(false);
        return new AuditPage([.. rows.Select(row => row.ToEntry())], rows.Count == limit ? rows[^1].Id : null);
    }

    private static IQueryable<AuditRow> Fitting(IQueryable<AuditRow> rows, AuditQuery query)
    {
        (string id, string[] actors, string what, long below) = (query.CredentialId, [.. query.Actors], query.Event, query.Before ?? long.MaxValue);
        rows = rows.Where(row => row.Id < below);
        rows = id.Length == 0 ? rows : rows.Where(row => row.CredentialId == id);
        rows = actors.Length == 0 ? rows : rows.Where(row => actors.Contains(row.Actor));
        rows = what.Length == 0 ? rows : rows.Where(row => row.Event == what);
        return query.IsRefused switch
        {
            true => rows.Where(row => row.Outcome != "accepted" && row.Outcome != "done"),
            false => rows.Where(row => row.Outcome == "accepted" || row.Outcome == "done"),
            null => rows,
        };
    }
}
