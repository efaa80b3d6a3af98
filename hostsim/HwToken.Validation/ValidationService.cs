using System.Diagnostics;
using HwToken.Pskc;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation;

/// <summary>What customers and relying parties do with codes. Every accepted code is used up, whatever it was for.</summary>
public sealed class ValidationService
{
    private readonly IAttemptStore store;
    private readonly TimeProvider time;

    /// <summary>Makes the service.</summary>
    /// <param name="store">Carries attempts out.</param>
    /// <param name="time">True time.</param>
    public ValidationService(IAttemptStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
    }

    /// <summary>Sign-in with one code.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="code">Code as typed.</param>
    /// <param name="actor">Who asks, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    public Task<AttemptOutcome> ValidateAsync(string? credentialId, string? code, string actor, CancellationToken cancellation = default) =>
        AttemptAsync(AttemptKind.Validate, credentialId, code, null, actor, null, cancellation);

    /// <summary>The token test: the same rules as a sign-in, and the code is used up as well. Else a tested code could be used by whoever saw it.</summary>
    /// <inheritdoc cref="ValidateAsync"/>
    public Task<AttemptOutcome> TestAsync(string? credentialId, string? code, string actor, CancellationToken cancellation = default) =>
        AttemptAsync(AttemptKind.Test, credentialId, code, null, actor, null, cancellation);

    /// <summary>Re-aligns counter or clock by two consecutive codes.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="code1">First code as typed.</param>
    /// <param name="code2">The code after it.</param>
    /// <param name="actor">Who asks, for the audit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    public Task<AttemptOutcome> ResyncAsync(string? credentialId, string? code1, string? code2, string actor, CancellationToken cancellation = default) =>
        AttemptAsync(AttemptKind.Resync, credentialId, code1, code2 ?? "", actor, null, cancellation);

    /// <summary>First enrolment with one code: inactive becomes active.</summary>
    /// <inheritdoc cref="ValidateAsync"/>
    public Task<AttemptOutcome> ActivateAsync(string? credentialId, string? code, string actor, CancellationToken cancellation = default) =>
        ActivateAsync(credentialId, code, null, actor, null, cancellation);

    /// <summary>First enrolment with two consecutive codes; finds a token that is out of step, too.</summary>
    /// <inheritdoc cref="ResyncAsync"/>
    public Task<AttemptOutcome> ActivateAsync(string? credentialId, string? code1, string? code2, string actor, CancellationToken cancellation = default) =>
        ActivateAsync(credentialId, code1, code2 ?? "", actor, null, cancellation);

    /// <summary>First enrolment with one code or two, for a holder.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="code1">First code as typed.</param>
    /// <param name="code2">The code after it; null: one code is all.</param>
    /// <param name="actor">Who asks, for the audit.</param>
    /// <param name="holder">Whose it becomes (<see cref="Holder.TryRead"/>); null or empty: nobody says.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ArgumentException">That is no holder; nothing was counted.</exception>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    public Task<AttemptOutcome> ActivateAsync(string? credentialId, string? code1, string? code2, string actor, string? holder, CancellationToken cancellation = default) =>
        Holder.TryRead(holder, out string read)
            ? AttemptAsync(AttemptKind.Activate, credentialId, code1, code2, actor, read.Length == 0 ? null : read, cancellation)
            : throw new ArgumentException($"A holder is a user name or a number: at most {Holder.MaxLength} ASCII letters, digits and . _ - @ +", nameof(holder));

    /// <summary>Reads one code, or the two of a pair when <paramref name="code2"/> is not null.</summary>
    internal static RejectReason? Read(string? code1, string? code2, out TypedCodes typed)
    {
        typed = default;
        (uint second, int secondDigits) = (0, 0);
        if (!SecurityCode.TryParse(code1, out uint first, out int digits)
            || (code2 is not null && !(SecurityCode.TryParse(code2, out second, out secondDigits) && secondDigits == digits)))
        {
            return RejectReason.Malformed;
        }

        typed = new TypedCodes(first, code2 is null ? null : second, digits);
        return code2 is not null && first == second ? RejectReason.CodesEqual : null;
    }

    private async Task<AttemptOutcome> AttemptAsync(
        AttemptKind kind, string? credentialId, string? code1, string? code2, string actor, string? holder, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        AttemptOutcome outcome = await DecideAsync(kind, credentialId, code1, code2, actor, holder, cancellation).ConfigureAwait(false);
        ValidationMetrics.Record(kind, outcome, Stopwatch.GetElapsedTime(started));
        return outcome;
    }

    private Task<AttemptOutcome> DecideAsync(
        AttemptKind kind, string? credentialId, string? code1, string? code2, string actor, string? holder, CancellationToken cancellation)
    {
        RejectReason? refusal = Read(code1, code2, out TypedCodes typed);
        if (refusal is not null || !AnyCredentialId.TryKey(credentialId, out string id))
        {
            return Task.FromResult<AttemptOutcome>(new AttemptOutcome.Rejected(refusal ?? RejectReason.UnknownCredential));
        }

        return store.AttemptAsync(new AttemptRequest(id, typed, kind, actor, time.GetUtcNow().ToUnixTimeMilliseconds(), Holder: holder), cancellation);
    }
}
