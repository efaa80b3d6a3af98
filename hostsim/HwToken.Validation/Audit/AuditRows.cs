using System.Data.Common;

namespace HwToken.Validation.Audit;

/// <summary>How an audit row is read.</summary>
internal static class AuditRows
{
    public const string Columns = "id, credential_id, seq, at, actor, event, outcome, factor, drift_ms, detail, mac";

    public static AuditRecord Read(DbDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry(
            row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetInt64(7), row.GetInt64(8), row.GetString(9)),
        (byte[])row.GetValue(10));
}
