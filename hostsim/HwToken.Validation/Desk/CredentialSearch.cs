using System.Globalization;
using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Desk;

/// <summary>Finds credentials by what people remember of them.</summary>
public sealed class CredentialSearch
{
    /// <summary>Credentials that are handed out at once.</summary>
    public const int MaxExported = 10_000;

    private const int MaxFound = 200;
    private const string Escape = "\\";

    private readonly IDatabase database;
    private readonly ServiceChain chain;
    private readonly ValidationRules rules;
    private readonly TimeProvider time;

    internal CredentialSearch(IDatabase database, ServiceChain chain, ValidationRules rules, TimeProvider time) =>
        (this.database, this.chain, this.rules, this.time) = (database, chain, rules, time);

    /// <summary>The credentials that fit, in the order of their IDs.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Those that are shown, and how many fit in all.</returns>
    public Task<(IReadOnlyList<CredentialView> Found, int All)> FindAsync(CredentialQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync(
            async context =>
            {
                IQueryable<Credential> fitting = Fitting(context.Credentials, query);
                int all = await fitting.CountAsync(cancellation).ConfigureAwait(false);
                return (await FirstAsync(fitting, Math.Clamp(query.Limit, 1, MaxFound), cancellation).ConfigureAwait(false), all);
            },
            cancellation);
    }

    /// <summary>The credentials that fit, as a list to be taken away: who took how many stands in the audit, what was looked for does not.</summary>
    /// <param name="query">What to look for; its limit is not looked at.</param>
    /// <param name="actor">Who takes it, for the audit.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>In the order of their IDs, at most <see cref="MaxExported"/>.</returns>
    /// <exception cref="StorageException">Nothing was handed out.</exception>
    public Task<IReadOnlyList<CredentialView>> ExportAsync(CredentialQuery query, string actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.WriteAsync(
            async context =>
            {
                IReadOnlyList<CredentialView> taken = await FirstAsync(Fitting(context.Credentials, query), MaxExported, cancellation).ConfigureAwait(false);
                await chain.AppendAsync(context, actor, "export", "done", string.Create(CultureInfo.InvariantCulture, $"{taken.Count} credentials")).ConfigureAwait(false);
                return taken;
            },
            cancellation);
    }

    private async Task<IReadOnlyList<CredentialView>> FirstAsync(IQueryable<Credential> fitting, int most, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        List<Credential> rows = await fitting.OrderBy(row => row.Id).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => CredentialView.Of(row, rules, now))];
    }

    private IQueryable<Credential> Fitting(IQueryable<Credential> rows, CredentialQuery query)
    {
        IQueryable<Credential> fitting = InState(rows, query.State);
        string typed = query.Text.Trim();
        if (typed.Length == 0)
        {
            return fitting;
        }

        string key = AnyCredentialId.Fold(query.Text);
        string lot = Pattern(typed.ToUpperInvariant());
        string holder = Pattern(Holder.Fold(typed).ToUpperInvariant());
        return key.Length == 0
            ? fitting.Where(row => EF.Functions.Like(row.Lot.ToUpper(), lot, Escape) || EF.Functions.Like(row.Holder.ToUpper(), holder, Escape))
            : fitting.Where(row => row.Id.Contains(key) || EF.Functions.Like(row.Lot.ToUpper(), lot, Escape) || EF.Functions.Like(row.Holder.ToUpper(), holder, Escape));
    }

    /// <summary>Any text with this in it; what would be a wild card stands for itself.</summary>
    private static string Pattern(string text) => $"%{text.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal)}%";

    private IQueryable<Credential> InState(IQueryable<Credential> rows, ShownState? state)
    {
        int max = rules.MaxFailures;
        return state switch
        {
            ShownState.Inactive => rows.Where(row => row.State == CredentialState.Inactive && row.LockedAt == 0 && row.Failures < max),
            ShownState.Active => rows.Where(row => row.State == CredentialState.Active && row.LockedAt == 0 && row.Failures < max),
            ShownState.Locked => rows.Where(row => (row.State == CredentialState.Active || row.State == CredentialState.Inactive) && (row.LockedAt != 0 || row.Failures >= max)),
            ShownState.Suspended => rows.Where(row => row.State == CredentialState.Suspended),
            ShownState.Revoked => rows.Where(row => row.State == CredentialState.Revoked),
            _ => rows,
        };
    }
}
