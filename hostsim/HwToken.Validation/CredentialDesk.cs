using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation;

/// <summary>What operators do: look, unlock, suspend, resume, revoke, replace.</summary>
public sealed partial class CredentialDesk
{
    private const int MaxFound = 200;

    private readonly IDatabase database;
    private readonly AttemptSteps steps;
    private readonly AuditChain chain;
    private readonly RowMac macs;
    private readonly ValidationRules rules;
    private readonly TimeProvider time;
    private readonly Action? onUse;

    internal CredentialDesk(IDatabase database, AttemptSteps steps, AuditChain chain, RowMac macs, ValidationRules rules, TimeProvider time, Action? onUse = null)
    {
        this.database = database;
        this.steps = steps;
        this.chain = chain;
        this.macs = macs;
        this.rules = rules;
        this.time = time;
        this.onUse = onUse;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>One credential, or null.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<CredentialView?> GetAsync(string? credentialId, CancellationToken cancellation = default)
    {
        if (!AnyCredentialId.TryKey(credentialId, out string id))
        {
            return null;
        }

        Credential? found = await database.ReadAsync(
            context => context.Credentials.SingleOrDefaultAsync(row => row.Id == id, cancellation), cancellation).ConfigureAwait(false);
        return found is null ? null : View(found);
    }

    /// <summary>Credentials whose ID begins so.</summary>
    /// <param name="beginning">Upper or lower case; empty for all. Other characters find nothing.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<IReadOnlyList<CredentialView>> SearchAsync(string beginning, int limit = 50, CancellationToken cancellation = default)
    {
        string from = AnyCredentialId.Fold(beginning);
        if (!from.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':') || from.Length > AnyCredentialId.MaxLength)
        {
            return [];
        }

        // '~' stands behind every letter and digit: a range, which the index serves.
        string to = from + "~";
        List<Credential> found = await database.ReadAsync(
            context => context.Credentials.Where(row => string.Compare(row.Id, from) >= 0 && string.Compare(row.Id, to) < 0)
                .OrderBy(row => row.Id).Take(Math.Clamp(limit, 1, MaxFound)).ToListAsync(cancellation),
            cancellation).ConfigureAwait(false);
        return [.. found.Select(View)];
    }

    /// <summary>Carries out a verb on one credential.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="verb">What to do.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public Task<DeskResult> ApplyAsync(string? credentialId, DeskVerb verb, string actor, CancellationToken cancellation = default) =>
        ApplyAsync(credentialId, verb, actor, "", cancellation);

    /// <summary>Carries out a verb on one credential, for a reason.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="verb">What to do.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="reason">Why, or a ticket's number, for the audit; may be empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task<DeskResult> ApplyAsync(string? credentialId, DeskVerb verb, string actor, string reason, CancellationToken cancellation = default)
    {
        if (!AnyCredentialId.TryKey(credentialId, out string id))
        {
            return new DeskResult(null, RejectReason.UnknownCredential);
        }

        long now = Now;
        return await database.WriteAsync(
            async context =>
            {
                if (await TakeAsync(context, id).ConfigureAwait(false) is not { } row)
                {
                    return new DeskResult(null, RejectReason.UnknownCredential);
                }

                if (CredentialLife.After(row.State, row.ActivatedAt != 0, row.IsLocked(rules), verb) is not { } state)
                {
                    return new DeskResult(View(row), row.State == CredentialState.Revoked ? RejectReason.Revoked : RejectReason.WrongState);
                }

                if (verb == DeskVerb.Unlock)
                {
                    (row.LockedAt, row.Failures, row.RecentFailures) = (0, 0, []);
                }
                else
                {
                    row.State = state;
                }

                // What has ended belongs to nobody: whose it was has no purpose any more.
                row.Holder = row.State == CredentialState.Revoked ? "" : row.Holder;
                await RecordAsync(context, row, verb.ToString().ToLowerInvariant(), actor, reason, now).ConfigureAwait(false);
                return new DeskResult(View(row), null);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Says that an operator signs in with this token, or no longer: an operator's is not served on the public pages.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="isOperators">Whether it is an operator's.</param>
    /// <param name="actor">Who says so, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when there is no such credential.</returns>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task<bool> SetOperatorsAsync(string? credentialId, bool isOperators, string actor, CancellationToken cancellation = default)
    {
        long now = Now;
        return AnyCredentialId.TryKey(credentialId, out string id) && await database.WriteAsync(
            async context =>
            {
                if (await TakeAsync(context, id).ConfigureAwait(false) is not { } row)
                {
                    return false;
                }

                row.IsOperators = isOperators;
                await RecordAsync(context, row, isOperators ? "operator-token" : "customer-token", actor, "", now).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Change of token as one transaction: a code of the new token enrols it, the holder goes over to it, and the old one is revoked, or nothing
    /// happens but the count of the failure.</summary>
    /// <param name="oldId">Token in use; not revoked.</param>
    /// <param name="newId">Token not yet enrolled.</param>
    /// <param name="newCode">Code of the new token.</param>
    /// <param name="oldCode">Code of the old token when the customer does it alone; null when an operator does it for a lost or broken one.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public Task<ReplaceResult> ReplaceAsync(
        string? oldId, string? newId, string? newCode, string? oldCode, string actor, CancellationToken cancellation = default) =>
        ReplaceAsync(oldId, newId, newCode, oldCode, actor, "", cancellation);

    /// <summary>As <see cref="ReplaceAsync(string?, string?, string?, string?, string, CancellationToken)"/>, for a reason.</summary>
    /// <param name="oldId">Token in use; not revoked.</param>
    /// <param name="newId">Token not yet enrolled.</param>
    /// <param name="newCode">Code of the new token.</param>
    /// <param name="oldCode">Code of the old token, or null.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="reason">Why, or a ticket's number, for the audit; may be empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public Task<ReplaceResult> ReplaceAsync(
        string? oldId, string? newId, string? newCode, string? oldCode, string actor, string reason, CancellationToken cancellation = default)
    {
        RejectReason? unread = ValidationService.Read(newCode, null, out TypedCodes newTyped);
        TypedCodes oldTyped = default;
        unread ??= oldCode is null ? null : ValidationService.Read(oldCode, null, out oldTyped);
        if (!AnyCredentialId.TryKey(oldId, out string old))
        {
            return Task.FromResult(Refused(oldId ?? "", RejectReason.UnknownCredential));
        }

        if (unread is not null || !AnyCredentialId.TryKey(newId, out string @new))
        {
            return Task.FromResult(Refused(newId ?? "", unread ?? RejectReason.UnknownCredential));
        }

        if (@new == old)
        {
            return Task.FromResult(Refused(@new, RejectReason.WrongState));
        }

        long now = Now;
        return database.WriteAsync(context => ReplaceAsync(context, old, @new, oldCode is null ? null : oldTyped, newTyped, actor, reason, now), cancellation);
    }

    private async Task<ReplaceResult> ReplaceAsync(
        ValidationContext context, string oldId, string newId, TypedCodes? oldCode, TypedCodes newCode, string actor, string reason, long now)
    {
        string holder = "";

        // Both rows are taken in one order, whichever way round the tokens are named: two replacements cannot wait for each other.
        foreach (string id in new[] { oldId, newId }.Order(StringComparer.Ordinal))
        {
            Credential? taken = await TakeAsync(context, id).ConfigureAwait(false);
            context.ChangeTracker.Clear();
            if (taken is null)
            {
                return Refused(id, RejectReason.UnknownCredential);
            }

            holder = id == oldId ? taken.Holder : holder;
            if (id == oldId && taken.State is CredentialState.Revoked or CredentialState.Inactive)
            {
                return Refused(id, taken.State == CredentialState.Revoked ? RejectReason.Revoked : RejectReason.NotEnrolled);
            }
        }

        if (oldCode is { } typed && await AttemptAsync(context, new AttemptRequest(oldId, typed, AttemptKind.Validate, actor, now)).ConfigureAwait(false) is AttemptOutcome.Rejected wrong)
        {
            return new ReplaceResult(wrong, oldId);
        }

        AttemptOutcome outcome = await AttemptAsync(context, new AttemptRequest(newId, newCode, AttemptKind.Activate, actor, now, Holder: holder.Length > 0 ? holder : null)).ConfigureAwait(false);
        if (outcome is AttemptOutcome.Accepted)
        {
            Credential old = await context.Credentials.AsTracking().SingleAsync(row => row.Id == oldId).ConfigureAwait(false);
            (old.State, old.ReplacedBy, old.Holder) = (CredentialState.Revoked, newId, "");
            await RecordAsync(context, old, "replace", actor, $"{newId} {reason}".TrimEnd(), now).ConfigureAwait(false);
        }

        return new ReplaceResult(outcome, newId);
    }

    private Task<AttemptOutcome> AttemptAsync(ValidationContext context, AttemptRequest request) => steps.RunAsync(context.Statements, request);

    /// <summary>The row, locked by an update that changes nothing: a lock that both databases know. Null when there is none.</summary>
    private async Task<Credential?> TakeAsync(ValidationContext context, string id)
    {
        int rows = await context.Credentials.Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, one => one.State)).ConfigureAwait(false);
        return rows == 0 ? null : macs.Checked(await context.Credentials.AsTracking().SingleAsync(row => row.Id == id).ConfigureAwait(false));
    }

    /// <summary>Writes what was changed of a row, with its audit entry.</summary>
    private async Task RecordAsync(ValidationContext context, Credential row, string what, string actor, string detail, long now)
    {
        onUse?.Invoke();
        row.AuditSeq++;
        var entry = new AuditEntry(row.Id, row.AuditSeq, now, actor, what, "done", AuditEntry.NoFactor, 0, detail);
        row.AuditHead = chain.Next(row.AuditHead, entry);
        row.Mac = macs.Of(row);
        context.Audit.Add(AuditRow.Of(entry, row.AuditHead));
        await context.SaveChangesAsync().ConfigureAwait(false);
    }

    private CredentialView View(Credential credential) => CredentialView.Of(credential, rules, Now / 1000);

    private static ReplaceResult Refused(string id, RejectReason reason) => new(new AttemptOutcome.Rejected(reason), id);
}
