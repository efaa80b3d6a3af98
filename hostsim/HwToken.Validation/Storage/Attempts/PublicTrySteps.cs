using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>
/// An attempt from the public pages: the try is counted against the ID first, whether it exists or not; then the attempt itself, which counts nothing
/// on the credential; then the limit is set. The same statements for every ID.
/// </summary>
internal sealed class PublicTrySteps(AttemptSteps attempts, byte[] key)
{
    /// <summary>About 60 MB when all are in use.</summary>
    public const int Slots = 1 << 20;

    private const string Take =
        "INSERT INTO public_tries (slot, tries, closings, closed_until, tried_at, recent_failures) VALUES (@slot, 1, 0, 0, @now, @none) "
        + "ON CONFLICT (slot) DO UPDATE SET tries = CASE WHEN public_tries.tried_at < @forgetTries THEN 1 ELSE public_tries.tries + 1 END, "
        + "closings = CASE WHEN public_tries.tried_at < @forgetClosings THEN 0 ELSE public_tries.closings END, tried_at = @now "
        + "WHERE public_tries.closed_until <= @now RETURNING tries, closings, recent_failures";

    private const string Closed = "SELECT closed_until FROM public_tries WHERE slot = @slot";

    private const string Settle =
        "UPDATE public_tries SET tries = @tries, closings = @closings, closed_until = @closedUntil, recent_failures = @recent WHERE slot = @slot";

    /// <summary>Runs it in the transaction of <paramref name="runner"/>.</summary>
    public async Task<AttemptOutcome> RunAsync(StatementRunner runner, AttemptRequest request)
    {
        int slot = SlotOf(request.CredentialId);
        if (await runner.ReadAsync(Taking(slot, request.At), Taken).ConfigureAwait(false) is not { } taken)
        {
            long until = await runner.ReadAsync(new Statement(Closed, null, ("slot", slot)), row => (long?)row.GetInt64(0)).ConfigureAwait(false) ?? request.At;
            return new AttemptOutcome.Closed(DateTimeOffset.FromUnixTimeMilliseconds(until));
        }

        AttemptOutcome outcome = await attempts.RunAsync(runner, request).ConfigureAwait(false);
        (PublicLimit limit, byte[] recent) = (default, []);
        if (outcome is not AttemptOutcome.Accepted)
        {
            bool isRepeated = RecentFailures.Contains(taken.Recent, request.Codes, key, request.At, out recent);
            limit = (taken.Limit with { Tries = taken.Limit.Tries - (isRepeated ? 1 : 0) }).Refused(request.At);
        }

        await runner.ExecuteAsync(new Statement(
            Settle, null, ("slot", slot), ("tries", limit.Tries), ("closings", limit.Closings), ("closedUntil", limit.ClosedUntil), ("recent", recent))).ConfigureAwait(false);
        return outcome;
    }

    private static Statement Taking(int slot, long now) => new(
        Take,
        null,
        ("slot", slot),
        ("now", now),
        ("none", Array.Empty<byte>()),
        ("forgetTries", now - (long)PublicLimit.TriesForgotten.TotalMilliseconds),
        ("forgetClosings", now - (long)PublicLimit.ClosingsForgotten.TotalMilliseconds));

    private static (PublicLimit Limit, byte[] Recent)? Taken(DbDataReader row) => (new PublicLimit(row.GetInt32(0), row.GetInt32(1), 0), row.GetFieldValue<byte[]>(2));

    private int SlotOf(string credentialId) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("public " + credentialId))) % Slots);
}
