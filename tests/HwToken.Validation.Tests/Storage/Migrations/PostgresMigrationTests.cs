using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Storage.Postgres;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Storage.Migrations;

public sealed class PostgresMigrationTests(PostgresServer server) : MigrationTests
{
    internal override async Task<IDatabase> EmptyAsync(string folder) => await PostgresDatabase.OpenAsync(await server.NewDatabaseAsync(), CancellationToken.None);

    internal override ValidationContext Model() => new PostgresContextFactory().CreateDbContext([]);
}
