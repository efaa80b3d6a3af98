using System.Diagnostics;
using HwToken.Pskc;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation;

/// <summary>
/// What anybody may do with a token, without a key and without a password: test it, and bring it back into step as far as its clock is likely to be
/// off. Accepted codes are used up; refused ones only ever close the public pages for this ID, for a growing time (<see cref="PublicLimit"/>).
/// </summary>
public sealed class PublicTokenService
{
    private const string Actor = "portal";

    private readonly IDatabase database;
    private readonly PublicTrySteps steps;
    private readonly TimeProvider time;

    internal PublicTokenService(IDatabase database, PublicTrySteps steps, TimeProvider time)
    {
        this.database = database;
        this.steps = steps;
        this.time = time;
    }

    /// <summary>The token test.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="code">Code as typed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    public Task<AttemptOutcome> TestAsync(string? credentialId, string? code, CancellationToken cancellation = default) =>
        AttemptAsync(AttemptKind.Test, credentialId, code, null, cancellation);

    /// <summary>The token reset by two consecutive codes.</summary>
    /// <param name="credentialId">Credential ID as typed.</param>
    /// <param name="code1">First code as typed.</param>
    /// <param name="code2">The code after it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Nothing was decided.</exception>
    public Task<AttemptOutcome> ResetAsync(string? credentialId, string? code1, string? code2, CancellationToken cancellation = default) =>
        AttemptAsync(AttemptKind.Resync, credentialId, code1, code2 ?? "", cancellation);

    private async Task<AttemptOutcome> AttemptAsync(AttemptKind kind, string? credentialId, string? code1, string? code2, CancellationToken cancellation)
    {
        RejectReason? refusal = ValidationService.Read(code1, code2, out TypedCodes typed);
        if (refusal is not null || !AnyCredentialId.TryKey(credentialId, out string id))
        {
            return new AttemptOutcome.Rejected(refusal ?? RejectReason.UnknownCredential);
        }

        long started = Stopwatch.GetTimestamp();
        var request = new AttemptRequest(id, typed, kind, Actor, time.GetUtcNow().ToUnixTimeMilliseconds(), IsPublic: true);
        AttemptOutcome outcome = await database.WriteAsync(context => steps.RunAsync(context.Statements, request), cancellation).ConfigureAwait(false);
        ValidationMetrics.Record(kind, outcome, Stopwatch.GetElapsedTime(started));
        return outcome;
    }
}
