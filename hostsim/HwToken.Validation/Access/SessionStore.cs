using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Audit;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Access;

/// <summary>
/// Sessions of operators, in the database, looked at anew for every request: a new password, a removed operator, a token that is no longer active end them at
/// once, in every server. What has ended is deleted; and time never goes back here (<see cref="SteadyTime"/>), so that nothing comes to life again.
/// </summary>
public sealed class SessionStore
{
    /// <summary>Longest life of a session.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Longest pause in a session.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private const int KeyBytes = 32;

    /// <summary>A request within this of the last one that was noted costs no write.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private readonly IDatabase database;
    private readonly RowMac macs;
    private readonly SteadyTime time;

    internal SessionStore(IDatabase database, RowMac macs, SteadyTime time)
    {
        this.database = database;
        this.macs = macs;
        this.time = time;
    }

    /// <summary>Begins a session of an operator who has shown password and code.</summary>
    /// <param name="name">The operator's name.</param>
    /// <param name="stamp">The stamp that the operator had when the password was compared: one who was removed or given another password since has a session that has ended already.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The session's key, which is told this once: 256 random bits.</returns>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task<string> BeginAsync(string name, string stamp, CancellationToken cancellation = default)
    {
        string key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        byte[] hash = Hash(key);
        await database.WriteAsync(
            async context =>
            {
                long now = await time.NowAsync(context).ConfigureAwait(false);
                await context.Sessions.Where(one => one.BeganAt < now - (long)Longest.TotalMilliseconds).ExecuteDeleteAsync().ConfigureAwait(false);
                var row = new SessionRow { Hash = hash, Operator = name, Stamp = stamp, BeganAt = now, SeenAt = now };
                row.Mac = macs.Of(row);
                context.Sessions.Add(row);
                await context.SaveChangesAsync().ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        return key;
    }

    /// <summary>Whose session this is, or null when it has ended.</summary>
    /// <param name="key">The session's key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The operator, and after how long the session ends when nothing is asked for.</returns>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    public async Task<(DeskOperator Person, TimeSpan Left)?> FindAsync(string key, CancellationToken cancellation = default)
    {
        byte[] hash = Hash(key);
        (SessionRow? row, long now, DeskOperator? person) = await database.ReadAsync(
            async context =>
            {
                // An altered row is none, and tells no time either.
                SessionRow? found = await context.Sessions.SingleOrDefaultAsync(one => one.Hash == hash, cancellation).ConfigureAwait(false);
                SessionRow? sound = found is not null && macs.Fits(found) ? found : null;
                long at = await time.NowAsync(context, sound?.SeenAt ?? 0).ConfigureAwait(false);
                return (found, at, sound is null ? null : await JudgeAsync(context, sound, at, cancellation).ConfigureAwait(false));
            },
            cancellation).ConfigureAwait(false);
        try
        {
            if (row is not null && person is null)
            {
                await EndAsync(key, cancellation).ConfigureAwait(false);
            }
            else if (row is not null && now - row.SeenAt >= (long)Grain.TotalMilliseconds)
            {
                await NoteAsync(hash, cancellation).ConfigureAwait(false);
            }
        }
        catch (StorageException)
        {
            // The answer holds without it: what has ended stays ended, and a pause that was not noted is taken for a longer one.
        }

        return row is null || person is null ? null : (person, Left(row, now));
    }

    /// <summary>Ends a session; one that has ended is let be.</summary>
    /// <param name="key">The session's key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task EndAsync(string key, CancellationToken cancellation = default)
    {
        byte[] hash = Hash(key);
        await database.WriteAsync(context => context.Sessions.Where(row => row.Hash == hash).ExecuteDeleteAsync(), cancellation).ConfigureAwait(false);
    }

    private static TimeSpan Left(SessionRow row, long now)
    {
        TimeSpan longest = Longest - TimeSpan.FromMilliseconds(now - row.BeganAt);
        return longest < Idle ? longest : Idle;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private async Task<DeskOperator?> JudgeAsync(ValidationContext context, SessionRow row, long now, CancellationToken cancellation)
    {
        if (now - row.SeenAt > (long)Idle.TotalMilliseconds || now - row.BeganAt > (long)Longest.TotalMilliseconds)
        {
            return null;
        }

        OperatorRow? person = await context.Operators.SingleOrDefaultAsync(one => one.Name == row.Operator, cancellation).ConfigureAwait(false);
        if (person is null || !macs.Fits(person) || person.Stamp != row.Stamp)
        {
            return null;
        }

        Credential? token = await context.Credentials.SingleOrDefaultAsync(one => one.Id == person.TokenId, cancellation).ConfigureAwait(false);
        return token is { State: CredentialState.Active } && macs.Fits(token) ? person.ToOperator() : null;
    }

    private async Task NoteAsync(byte[] hash, CancellationToken cancellation) => await database.WriteAsync(
        async context =>
        {
            if (await context.Sessions.AsTracking().SingleOrDefaultAsync(one => one.Hash == hash).ConfigureAwait(false) is { } row && macs.Fits(row))
            {
                row.SeenAt = await time.NowAsync(context, row.SeenAt).ConfigureAwait(false);
                row.Mac = macs.Of(row);
                await context.SaveChangesAsync().ConfigureAwait(false);
            }

            return true;
        },
        cancellation).ConfigureAwait(false);
}
