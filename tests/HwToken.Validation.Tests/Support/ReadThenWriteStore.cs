using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;

namespace HwToken.Validation.Tests.Support;

/// <summary>
/// The planted fault: what most servers do. Reads the credential, compares, then writes what it has worked out. The race tests
/// are run against it to show that they see the difference.
/// </summary>
internal sealed class ReadThenWriteStore(IDatabase database, ValidationRules rules) : IAttemptStore
{
    public async Task<AttemptOutcome> AttemptAsync(AttemptRequest request, Func<CredentialSnapshot, Decision> decide, CancellationToken cancellation)
    {
        CredentialSnapshot? credential = await database.ReadAsync(
            session => session.FirstAsync(CredentialSql.Select, CredentialSql.Read, ("id", request.CredentialId)), cancellation);
        if (credential is null || AttemptRules.Refusal(credential, request.Kind, request.Seconds, rules) is not null)
        {
            return new AttemptOutcome.Rejected(credential is null ? RejectReason.UnknownCredential : AttemptRules.Refusal(credential, request.Kind, request.Seconds, rules)!.Value);
        }

        Decision decision = decide(credential);
        (long next, int failures) = decision is Decision.Accept accept ? (accept.Last + 1, 0) : (credential.NextFactor, credential.Failures + 1);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE credentials SET next_factor = @next, failures = @failures WHERE id = @id", ("next", next), ("failures", failures), ("id", request.CredentialId)),
            cancellation);
        return decision is Decision.Reject reject ? new AttemptOutcome.Rejected(reject.Reason) : new AttemptOutcome.Accepted(next - 1, 0, 0);
    }
}
