using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Attempts are jobs of the one writer, which commits many at once.</summary>
internal sealed class SqliteAttempts(SqliteDatabase database, AttemptSteps steps) : IAttemptStore
{
    public Task<AttemptOutcome> AttemptAsync(AttemptRequest request, CancellationToken cancellation) =>
        database.WriteAsync(context => steps.RunAsync(context.Statements, request), cancellation);
}
