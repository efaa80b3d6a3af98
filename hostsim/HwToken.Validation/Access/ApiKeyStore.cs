using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Audit;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Access;

/// <summary>
/// Keys of the REST API. The database has their SHA-256 only: a key is 256 random bits, so that nothing slower is needed. A tag under the audit key follows
/// them: what was never made here is refused without asking the database, however much of it comes.
/// </summary>
public sealed class ApiKeyStore
{
    private const string Prefix = "hwt_";
    private const int SecretBytes = 32;
    private const int TagBytes = 8;
    private const int MaxRemembered = 1000;

    /// <summary>Characters of a key's name.</summary>
    public const int MaxName = 40;

    /// <summary>A key that another process has revoked works for at most this long.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (ApiKey Key, long Since)> known = new(StringComparer.Ordinal);
    private readonly IDatabase database;
    private readonly ServiceChain chain;
    private readonly RowMac macs;
    private readonly TimeProvider time;
    private readonly Action? onUse;

    internal ApiKeyStore(IDatabase database, ServiceChain chain, RowMac macs, TimeProvider time, Action? onUse = null)
    {
        this.database = database;
        this.chain = chain;
        this.macs = macs;
        this.time = time;
        this.onUse = onUse;
    }

    /// <summary>Makes a key. It works at once, in servers that run already too.</summary>
    /// <param name="role">What it may do.</param>
    /// <param name="actor">Who makes it, for the audit.</param>
    /// <param name="name">What people call it, where the audit is read (<see cref="IsName"/>); empty: it is told by its number alone.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The key and its secret, which is told this once.</returns>
    /// <exception cref="ArgumentException">The name is none, or a key that is in force has it: the audit could not tell the two apart.</exception>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(ApiRole role, string actor, string name = "", CancellationToken cancellation = default)
    {
        if (name.Length > 0 && !IsName(name))
        {
            throw new ArgumentException($"The name of a key has 1 to {MaxName} characters, none of them a control character, and no blank at either end.", nameof(name));
        }

        byte[] random = RandomNumberGenerator.GetBytes(SecretBytes);
        string secret = Prefix + Base64Url.EncodeToString([.. random, .. macs.ApiKeyTag(random).AsSpan(0, TagBytes)]);
        var key = new ApiKey(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), name, role, time.GetUtcNow().ToUnixTimeMilliseconds(), 0);
        await database.WriteAsync(
            async context =>
            {
                if (name.Length > 0 && await IsTakenAsync(context, name).ConfigureAwait(false))
                {
                    throw new ArgumentException($"A key named '{name}' is in force. Revoke it first (keys revoke), or choose another name.", nameof(name));
                }

                var row = new ApiKeyRow { Hash = Hash(secret), Id = key.Id, Name = name, Role = role, CreatedAt = key.CreatedAt };
                row.Mac = macs.Of(row);
                context.ApiKeys.Add(row);
                await chain.AppendAsync(context, actor, AuditGrants.KeyMade, "done", $"{key.Id} {role} {name}".TrimEnd()).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        return (key, secret);
    }

    /// <summary>Whether a text can be a key's name.</summary>
    /// <param name="text">As typed.</param>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= MaxName && text.Trim() == text && !text.Any(char.IsControl);
    }

    /// <summary>Whether a key that is in force has this name, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellation">Ends the read.</param>
    public Task<bool> IsTakenAsync(string name, CancellationToken cancellation = default) => database.ReadAsync(context => IsTakenAsync(context, name), cancellation);

    /// <summary>The key that a caller presents, or null when it is unknown or revoked.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        if (!IsMadeHere(secret))
        {
            return null;
        }

        // Not by the clock: set back, it would keep a revoked key alive.
        long now = time.GetTimestamp();
        byte[] hash = Hash(secret);
        string name = Convert.ToHexString(hash);
        if (known.TryGetValue(name, out (ApiKey Key, long Since) entry) && time.GetElapsedTime(entry.Since, now) < Remembered)
        {
            return entry.Key;
        }

        ApiKeyRow? found = await database.ReadAsync(
            context => context.ApiKeys.SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == 0, cancellation), cancellation).ConfigureAwait(false);
        // A row that somebody wrote into the database is no key.
        ApiKey? key = found is not null && macs.Fits(found) ? found.ToKey() : null;
        known.TryRemove(name, out _);
        if (key is not null && known.Count < MaxRemembered)
        {
            known[name] = (key, now);
        }

        return key;
    }

    /// <summary>All keys, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default)
    {
        List<ApiKeyRow> rows = await database.ReadAsync(
            context => context.ApiKeys.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellation), cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>Revokes a key; other processes follow within seconds.</summary>
    /// <returns>False when no such key is in force.</returns>
    public async Task<bool> RevokeAsync(string keyId, string actor, CancellationToken cancellation = default)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        bool done = await database.WriteAsync(
            async context =>
            {
                ApiKeyRow? row = await context.ApiKeys.AsTracking().SingleOrDefaultAsync(one => one.Id == keyId && one.RevokedAt == 0).ConfigureAwait(false);
                if (row is not null)
                {
                    // A row that was altered stays one that does not fit.
                    bool fits = macs.Fits(row);
                    row.RevokedAt = now;
                    row.Mac = fits ? macs.Of(row) : row.Mac;
                    await chain.AppendAsync(context, actor, AuditGrants.KeyRevoked, "done", keyId).ConfigureAwait(false);
                }

                return row is not null;
            },
            cancellation).ConfigureAwait(false);
        known.Clear();
        onUse?.Invoke();
        return done;
    }

    /// <summary>Compared here: the two databases do not agree on what case is, and keys are few.</summary>
    private static async Task<bool> IsTakenAsync(ValidationContext context, string name) =>
        (await context.ApiKeys.Where(row => row.RevokedAt == 0).Select(row => row.Name).ToListAsync().ConfigureAwait(false)).Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool IsMadeHere(string secret)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes + TagBytes];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && secret.Length == Prefix.Length + Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.IsValid(secret.AsSpan(Prefix.Length))
            && Base64Url.DecodeFromChars(secret.AsSpan(Prefix.Length), bytes) == bytes.Length
            && CryptographicOperations.FixedTimeEquals(macs.ApiKeyTag(bytes[..SecretBytes]).AsSpan(0, TagBytes), bytes[SecretBytes..]);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
