using System.Data.Common;
using HwToken.Validation.Storage;

namespace HwToken.Validation.Import;

/// <summary>Writes many credentials: in batches where the database's driver knows batches, else one by one.</summary>
internal static class ImportWriter
{
    private const int BatchRows = 500;

    /// <returns>IDs that were there already; then nothing may be committed.</returns>
    public static async Task<List<string>> InsertAsync(DbSession session, IReadOnlyList<ImportRow> rows, string lot, bool activate, long at)
    {
        var duplicates = new List<string>();
        if (!session.Connection.CanCreateBatch)
        {
            foreach (ImportRow row in rows)
            {
                if (await session.ExecuteAsync(CredentialSql.Insert, Values(row, lot, activate, at)).ConfigureAwait(false) == 0)
                {
                    duplicates.Add(row.Id);
                }
            }

            return duplicates;
        }

        foreach (ImportRow[] chunk in rows.Chunk(BatchRows))
        {
            DbBatch batch = session.Connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                batch.Transaction = session.Transaction;
                foreach (ImportRow row in chunk)
                {
                    batch.BatchCommands.Add(Command(batch, Values(row, lot, activate, at)));
                }

                await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
                duplicates.AddRange(chunk.Where((_, i) => batch.BatchCommands[i].RecordsAffected == 0).Select(row => row.Id));
            }
        }

        return duplicates;
    }

    private static DbBatchCommand Command(DbBatch batch, (string Name, object Value)[] values)
    {
        DbBatchCommand command = batch.CreateBatchCommand();
        command.CommandText = CredentialSql.Insert;
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static (string Name, object Value)[] Values(ImportRow row, string lot, bool activate, long at) =>
    [
        ("id", row.Id),
        ("lot", lot),
        ("type", (int)row.Parameters.Type),
        ("algorithm", (int)row.Parameters.Algorithm),
        ("digits", row.Parameters.Digits),
        ("period", row.Parameters.PeriodSeconds),
        ("secretKey", row.Secret.KeyId),
        ("secret", row.Secret.Bytes),
        ("state", (int)(activate ? CredentialState.Active : CredentialState.Inactive)),
        ("next", row.NextFactor),
        ("offset", row.Drift.OffsetSeconds),
        ("rate", row.Drift.RatePpm),
        ("offsetVariance", row.Drift.OffsetVariance),
        ("covariance", row.Drift.Covariance),
        ("rateVariance", row.Drift.RateVariance),
        ("driftAt", row.Drift.MeasuredAt),
        ("importedAt", at),
        ("activatedAt", activate ? at : 0L),
        ("notBefore", row.NotBefore),
        ("notAfter", row.NotAfter),
        ("head", Array.Empty<byte>()),
    ];
}
