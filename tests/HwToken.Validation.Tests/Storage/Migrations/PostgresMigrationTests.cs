using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Storage.Postgres;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Storage.Migrations;

public sealed class PostgresMigrationTests(PostgresServer server) : MigrationTests
{
    internal override async Task<IDatabase> EmptyAsync(string folder) => new PostgresDatabase(await server.NewDatabaseAsync());

    internal override ValidationContext Model() => new PostgresContextFactory().CreateDbContext([]);
}
