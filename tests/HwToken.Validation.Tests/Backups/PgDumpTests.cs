using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using Npgsql;

namespace HwToken.Validation.Tests.Backups;

/// <summary>The README's recipe for PostgreSQL, with its real tools.</summary>
public sealed class PgDumpTests(PostgresServer server)
{
    [Fact]
    public async Task A_dump_that_was_noted_is_restored_and_starts_only_as_a_restored_one()
    {
        string first = await server.NewDatabaseAsync();
        string second = await server.NewDatabaseAsync();
        Assert.SkipWhen(server.ProgramFolder is null, "pg_dump must be of the server's version: not with HWTOKEN_POSTGRES");
        using var folder = new TempFolder();
        var options = new ValidationOptions { DataFolder = folder.Path, Connection = first };
        var token = new TestToken("DPHT00000001");
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(options))
        {
            await token.AddAsync(system);
            Assert.Contains("pg_dump", (await Assert.ThrowsAsync<InvalidOperationException>(() => system.Backup.WriteAsync(folder["copy"]))).Message, StringComparison.Ordinal);
            Run("pg_dump", "--format=custom", $"--file={folder["hwtoken.dump"]}", first);
            await system.Backup.NoteCopyAsync();
            Assert.IsType<AttemptOutcome.Accepted>(await system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        }

        Run("pg_restore", folder["hwtoken.dump"], second);
        ValidationOptions restored = options with { Connection = second };
        Assert.Contains("--restored", (await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(restored))).Message, StringComparison.Ordinal);
        await using ValidationSystem after = await ValidationSystem.OpenAsync(restored with { IsRestored = true });
        Assert.Equal(new AttemptOutcome.Rejected(RejectReason.NeedsPair), await after.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        Assert.True((await after.Audit.VerifyAsync()).IsSound);
    }

    private void Run(string program, params string[] words)
    {
        var to = new NpgsqlConnectionStringBuilder(words[^1]);
        PeerAnswer answer = Peer.Run(
            Path.Combine(server.ProgramFolder!, program), [.. words[..^1], "--host", to.Host!, "--username", to.Username!, $"--dbname={to.Database}"]);
        Assert.True(answer.Exit == 0, answer.Errors);
    }
}
