using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Storage;

/// <summary>Which service a database is, and how far it has come: asked and moved on at every start, so without EF Core's translation (<see cref="PlainSql"/>).</summary>
internal static class ServiceSql
{
    private const string Select = "SELECT id, name, epoch, latest_at FROM service";
    private const string SelectChecks = "SELECT key, value FROM key_checks";
    private const string Move = "UPDATE service SET epoch = @epoch, latest_at = @latestAt";

    /// <summary>The one row; null: the first start has not come to it.</summary>
    public static async Task<ServiceRow?> ServiceAsync(ValidationContext context, CancellationToken cancellation) => (await PlainSql.ReadAsync(
        context,
        Select,
        row => new ServiceRow { Id = row.GetInt32(0), Name = row.GetString(1), Epoch = row.GetInt64(2), LatestAt = row.GetInt64(3) },
        cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>The check values of all keys that the database is used with.</summary>
    public static Task<List<KeyCheckRow>> ChecksAsync(ValidationContext context, CancellationToken cancellation) => PlainSql.ReadAsync(
        context, SelectChecks, row => new KeyCheckRow { Key = row.GetInt32(0), Value = row.GetFieldValue<byte[]>(1) }, cancellation);

    /// <summary>Writes how far it has come.</summary>
    public static Task MoveAsync(ValidationContext context, ServiceRow service, CancellationToken cancellation) => PlainSql.ExecuteAsync(
        context, Move, cancellation, ("epoch", service.Epoch), ("latestAt", service.LatestAt));
}
