using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Storage;

public sealed class PostgresStorageTests(PostgresServer server) : StorageTests
{
    protected override Task<string> ConnectionAsync(string folder) => server.NewDatabaseAsync();
}
