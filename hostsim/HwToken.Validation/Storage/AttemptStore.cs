using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Storage;

/// <summary>Attempts on the database, each in a transaction.</summary>
internal sealed class AttemptStore(IDatabase database, AttemptSteps steps) : IAttemptStore
{
    public Task<AttemptOutcome> AttemptAsync(AttemptRequest request, Func<CredentialSnapshot, Decision> decide, CancellationToken cancellation) =>
        database.WriteAsync(session => steps.RunAsync(session, request, decide, isAll: true), cancellation);
}
