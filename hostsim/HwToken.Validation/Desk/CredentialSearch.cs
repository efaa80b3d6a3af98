using HwToken.Pskc;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Desk;

/// <summary>Finds credentials by what people remember of them.</summary>
public sealed class CredentialSearch
{
    private const int MaxFound = 200;
    private const string Escape = "\\";

    private readonly IDatabase database;
    private readonly ValidationRules rules;
    private readonly TimeProvider time;

    internal CredentialSearch(IDatabase database, ValidationRules rules, TimeProvider time) => (this.database, this.rules, this.time) = (database, rules, time);

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
                IQueryable<Credential> fitting = InState(context.Credentials, query.State);
                string key = AnyCredentialId.Fold(query.Text);
                string typed = query.Text.Trim();
                if (typed.Length > 0)
                {
                    string part = Pattern(typed.ToUpperInvariant());
                    string holder = Pattern(Holder.Fold(typed).ToUpperInvariant());
                    fitting = key.Length == 0
                        ? fitting.Where(row => EF.Functions.Like(row.Lot.ToUpper(), part, Escape) || EF.Functions.Like(row.Holder.ToUpper(), holder, Escape))
                        : fitting.Where(row => row.Id.Contains(key) || EF.Functions.Like(row.Lot.ToUpper(), part, Escape) || EF.Functions.Like(row.Holder.ToUpper(), holder, Escape));
                }

                long now = time.GetUtcNow().ToUnixTimeSeconds();
                int all = await fitting.CountAsync(cancellation).ConfigureAwait(false);
                List<Credential> rows = await fitting.OrderBy(row => row.Id).Take(Math.Clamp(query.Limit, 1, MaxFound)).ToListAsync(cancellation).ConfigureAwait(false);
                IReadOnlyList<CredentialView> found = [.. rows.Select(row => CredentialView.Of(row, rules, now))];
                return (found, all);
            },
            cancellation);
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
