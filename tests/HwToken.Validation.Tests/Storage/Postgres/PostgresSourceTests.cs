using HwToken.Validation.Storage.Postgres;

namespace HwToken.Validation.Tests.Storage.Postgres;

public class PostgresSourceTests
{
    [Theory]
    [InlineData("Host=db;Username=hwtoken", 40)]
    [InlineData("Host=db;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;MaxAutoPrepare=7", 7)]
    public void Statements_are_prepared_unless_the_connection_string_says_otherwise(string connection, int prepared) =>
        Assert.Equal(prepared, PostgresSource.Settings(connection).MaxAutoPrepare);
}
