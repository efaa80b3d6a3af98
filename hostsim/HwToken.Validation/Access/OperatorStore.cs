using System.Security.Cryptography;
using HwToken.Validation.Audit;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Access;

/// <summary>The people at the service desk, in the database. A row that was not written here is nobody.</summary>
public sealed class OperatorStore
{
    private const int StampBytes = 16;
    private const int MostFailures = 1_000_000;

    private readonly IDatabase database;
    private readonly ServiceChain chain;
    private readonly RowMac macs;
    private readonly Action? onUse;

    internal OperatorStore(IDatabase database, ServiceChain chain, RowMac macs, Action? onUse)
    {
        this.database = database;
        this.chain = chain;
        this.macs = macs;
        this.onUse = onUse;
    }

    /// <summary>Makes an operator, or gives one another password and token: sessions that are open end, a lock is lifted.</summary>
    /// <param name="name">Name to sign in with; case does not matter.</param>
    /// <param name="passwordHash">Hash of the password.</param>
    /// <param name="tokenId">Credential ID of the operator's own token.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task PutAsync(string name, string passwordHash, string tokenId, string actor, CancellationToken cancellation = default)
    {
        string key = Key(name);
        string stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes));
        await database.WriteAsync(
            async context =>
            {
                OperatorRow? row = await TakeAsync(context, key).ConfigureAwait(false);
                if (row is null)
                {
                    row = new OperatorRow { Name = key, PasswordHash = passwordHash, TokenId = tokenId, Stamp = stamp };
                    context.Operators.Add(row);
                }

                (row.PasswordHash, row.TokenId, row.Failures, row.Stamp) = (passwordHash, tokenId, 0, stamp);
                row.Mac = macs.Of(row);
                await context.Sessions.Where(session => session.Operator == key).ExecuteDeleteAsync().ConfigureAwait(false);
                await chain.AppendAsync(context, actor, AuditGrants.OperatorMade, "done", AuditGrants.OperatorDetail(key, tokenId, stamp)).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        onUse?.Invoke();
    }

    /// <summary>The operator of a name, or null.</summary>
    public async Task<DeskOperator?> FindAsync(string name, CancellationToken cancellation = default)
    {
        string key = Key(name);
        OperatorRow? row = await database.ReadAsync(context => context.Operators.SingleOrDefaultAsync(one => one.Name == key, cancellation), cancellation).ConfigureAwait(false);
        return row is not null && macs.Fits(row) ? row.ToOperator() : null;
    }

    /// <summary>All operators by name.</summary>
    public async Task<IReadOnlyList<DeskOperator>> ListAsync(CancellationToken cancellation = default)
    {
        List<OperatorRow> rows = await database.ReadAsync(context => context.Operators.OrderBy(row => row.Name).ToListAsync(cancellation), cancellation).ConfigureAwait(false);
        return [.. rows.Where(macs.Fits).Select(row => row.ToOperator())];
    }

    /// <summary>Counts an attempt with a password, before it is compared.</summary>
    /// <returns>The operator as counted; null when there is none of this name.</returns>
    /// <exception cref="StorageException">Nothing was counted.</exception>
    public Task<DeskOperator?> CountAsync(string name, CancellationToken cancellation = default) => ChangeAsync(name, row => row.Failures = Math.Min(row.Failures, MostFailures) + 1, null, cancellation);

    /// <summary>Lifts the lock of a password.</summary>
    /// <param name="name">The operator's name.</param>
    /// <param name="actor">Who does it, for the audit; null: the right password did.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when there is no such operator.</returns>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public Task<DeskOperator?> UnlockAsync(string name, string? actor, CancellationToken cancellation = default) =>
        ChangeAsync(name, row => row.Failures = 0, actor is null ? null : context => chain.AppendAsync(context, actor, "operator-unlock", "done", Key(name)), cancellation);

    /// <summary>Removes an operator: sessions that are open end.</summary>
    /// <param name="name">The operator's name.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The operator as it was; null when there is none.</returns>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task<DeskOperator?> RemoveAsync(string name, string actor, CancellationToken cancellation = default)
    {
        string key = Key(name);
        DeskOperator? gone = await database.WriteAsync(
            async context =>
            {
                OperatorRow? row = await TakeAsync(context, key).ConfigureAwait(false);
                if (row is not null)
                {
                    context.Operators.Remove(row);
                    await context.Sessions.Where(session => session.Operator == key).ExecuteDeleteAsync().ConfigureAwait(false);
                    await chain.AppendAsync(context, actor, AuditGrants.OperatorRemoved, "done", key).ConfigureAwait(false);
                }

                return row?.ToOperator();
            },
            cancellation).ConfigureAwait(false);
        onUse?.Invoke();
        return gone;
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Locks the row first: of two that count at once both are counted.</summary>
    private static async Task<OperatorRow?> TakeAsync(ValidationContext context, string key)
    {
        await context.Operators.Where(row => row.Name == key).ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, one => one.Failures)).ConfigureAwait(false);
        return await context.Operators.AsTracking().SingleOrDefaultAsync(row => row.Name == key).ConfigureAwait(false);
    }

    private Task<DeskOperator?> ChangeAsync(string name, Action<OperatorRow> change, Func<ValidationContext, Task>? record, CancellationToken cancellation)
    {
        string key = Key(name);
        return database.WriteAsync(
            async context =>
            {
                if (await TakeAsync(context, key).ConfigureAwait(false) is not { } row || !macs.Fits(row))
                {
                    return null;
                }

                change(row);
                row.Mac = macs.Of(row);
                await context.SaveChangesAsync().ConfigureAwait(false);
                if (record is not null)
                {
                    await record(context).ConfigureAwait(false);
                }

                return row.ToOperator();
            },
            cancellation);
    }
}
