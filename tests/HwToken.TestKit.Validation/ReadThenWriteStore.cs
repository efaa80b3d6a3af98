using HwToken.Validation;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;
using Microsoft.EntityFrameworkCore;

namespace HwToken.TestKit.Validation;

/// <summary>
/// The planted fault: what most servers do. Reads the credential, compares, then writes what it has worked out. The race tests
/// are run against it to show that they see the difference.
/// </summary>
/// <param name="system">Whose database.</param>
/// <param name="rules">What is compared by.</param>
public sealed class ReadThenWriteStore(ValidationSystem system, ValidationRules rules) : IAttemptStore
{
    /// <inheritdoc/>
    public async Task<AttemptOutcome> AttemptAsync(AttemptRequest request, CancellationToken cancellation)
    {
        Credential? credential = await system.Database.ReadAsync(
            context => context.Credentials.SingleOrDefaultAsync(row => row.Id == request.CredentialId, cancellation), cancellation);
        if (credential is null || AttemptRules.Refusal(credential, request.Kind, request.IsVouchedPair, request.Seconds, rules) is not null)
        {
            return new AttemptOutcome.Rejected(credential is null ? RejectReason.UnknownCredential : AttemptRules.Refusal(credential, request.Kind, request.IsVouchedPair, request.Seconds, rules)!.Value);
        }

        Decision decision = system.Steps.Compare(request, credential);
        (long next, int failures) = decision is Decision.Accept accept ? (accept.Last + 1, 0) : (credential.NextFactor, credential.Failures + 1);
        await system.Database.WriteAsync(
            context => context.Credentials.Where(row => row.Id == request.CredentialId).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.NextFactor, next).SetProperty(one => one.Failures, failures), cancellation),
            cancellation);
        return decision is Decision.Reject reject ? new AttemptOutcome.Rejected(reject.Reason) : new AttemptOutcome.Accepted(next - 1, 0, 0);
    }
}
