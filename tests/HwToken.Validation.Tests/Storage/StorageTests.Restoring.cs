using HwToken.Core.Otp;
using HwToken.Validation.Epochs;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage;

/// <summary>A database that was put back from a copy replays nothing.</summary>
public abstract partial class StorageTests
{
    [Fact]
    public async Task A_database_put_back_from_a_copy_is_refused_and_goes_on_only_as_a_restored_one()
    {
        TestToken counter = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken clocked = await new TestToken("AVT000000001", OtpType.Totp).AddAsync(system, now: Start);
        await CopyUseAndPutBackAsync(async () =>
        {
            await AcceptedAsync(0, system.Service.ValidateAsync(counter.Id, counter.Code(0), "test"));
            await AcceptedAsync(Start / 30, system.Service.ValidateAsync(clocked.Id, clocked.CodeAt(Start), "test"));
        });
        KeyHolderException refused = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options));
        Assert.Contains("serve --restored", refused.Message, StringComparison.Ordinal);

        system = await ValidationSystem.OpenAsync(options with { IsRestored = true });
        await RejectedAsync(RejectReason.NeedsPair, system.Service.ValidateAsync(counter.Id, counter.Code(0), "test"));
        await RejectedAsync(RejectReason.NeedsPair, system.Public.ResetAsync(counter.Id, counter.Code(0), counter.Code(1)));
        Assert.Equal(0, (await system.Desk.GetAsync(counter.Id))!.Failures);
        await AcceptedAsync(6, system.Service.ResyncAsync(counter.Id, counter.Code(5), counter.Code(6), "test"));
        await AcceptedAsync(7, system.Service.ValidateAsync(counter.Id, counter.Code(7), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(clocked.Id, clocked.CodeAt(Start), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(clocked.Id, clocked.CodeAt(Start + 30), "test"));
        clock.Advance(TimeSpan.FromMinutes(1));
        await AcceptedAsync((Start / 30) + 2, system.Service.ValidateAsync(clocked.Id, clocked.CodeAt(Start + 60), "test"));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);

        await system.DisposeAsync();
        system = await ValidationSystem.OpenAsync(options);
        Assert.Equal("restored", (await system.Audit.ReadAsync("", null, 1)).Entries[0].Event);
    }

    [Fact]
    public async Task A_lost_or_damaged_epoch_file_does_not_let_a_copy_pass_unsaid()
    {
        await system.DisposeAsync();
        await File.WriteAllTextAsync(options.EpochFilePath, "rubbish\n");
        KeyHolderException refused = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options));
        Assert.Contains("--restored", refused.Message, StringComparison.Ordinal);
        system = await ValidationSystem.OpenAsync(options with { IsRestored = true });
        Assert.NotNull(new EpochFile(options.EpochFilePath).Read());
    }

    [Fact]
    public async Task The_epoch_moves_at_each_start_at_the_first_use_and_at_the_end_of_use()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        long started = await EpochAsync();
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        while (await EpochAsync() == started)
        {
            await Task.Yield();
        }

        await AcceptedAsync(1, system.Service.ValidateAsync(token.Id, token.Code(1), "test"));
        await system.DisposeAsync();
        Assert.Equal(started + 2, new EpochFile(options.EpochFilePath).Read()!.Epoch);
        system = await ValidationSystem.OpenAsync(options);
        Assert.Equal(started + 3, await EpochAsync());
    }

    [Fact]
    public async Task Another_services_database_or_key_file_is_refused()
    {
        string elsewhere = Path.Combine(folder.Path, "other");
        ValidationOptions other = options with { DataFolder = elsewhere, Connection = await ConnectionAsync(elsewhere) };
        await (await ValidationSystem.OpenAsync(other)).DisposeAsync();
        foreach (ValidationOptions mixed in new[] { options with { KeyFile = other.KeyFilePath }, options with { Connection = other.Connection }, options with { EpochFile = other.EpochFilePath } })
        {
            KeyHolderException refused = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(mixed));
            Assert.Contains("another service's", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_empty_database_beside_a_key_file_is_a_lost_one_and_is_not_begun_anew()
    {
        string elsewhere = Path.Combine(folder.Path, "other");
        Directory.CreateDirectory(elsewhere);
        string empty = await ConnectionAsync(elsewhere);
        KeyHolderException refused = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options with { Connection = empty }));
        Assert.Contains("it was lost", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options with { Connection = empty }));
    }

    [Theory]
    [InlineData(OpenMode.Existing)]
    [InlineData(OpenMode.ReadOnly)]
    public async Task What_only_reads_or_changes_makes_no_database_and_no_key(OpenMode mode)
    {
        string elsewhere = Path.Combine(folder.Path, "other");
        ValidationOptions typo = options with { DataFolder = elsewhere, Connection = await ConnectionAsync(elsewhere), Mode = mode };
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ValidationSystem.OpenAsync(typo));
        Assert.StartsWith("There is no HwToken database", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(elsewhere));
        await using ValidationSystem reader = await ValidationSystem.OpenAsync(options with { Mode = mode });
        Assert.True((await reader.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task A_first_start_that_is_killed_before_the_key_file_has_its_name_is_finished_by_the_next()
    {
        await system.DisposeAsync();
        File.Move(options.KeyFilePath, options.KeyFilePath + ".new");
        system = await ValidationSystem.OpenAsync(options);
        Assert.True(File.Exists(options.KeyFilePath));
    }

    private Task<long> EpochAsync() => system.Database.ReadAsync(context => context.Service.Select(row => row.Epoch).SingleAsync(), CancellationToken.None);

    /// <summary>Copies the rows, uses the service, ends it, and puts the rows back, epoch and all.</summary>
    private async Task CopyUseAndPutBackAsync(Func<Task> use)
    {
        string[] tables = ["credentials", "audit", "chains", "service"];
        foreach (string table in tables)
        {
            await TamperAsync($"CREATE TABLE copy_{table} AS SELECT * FROM {table}");
        }

        await use();
        await system.DisposeAsync();
        await using IDatabase database = await ServiceOpening.ConnectAsync(options with { Mode = OpenMode.Existing }, CancellationToken.None);
        foreach (string table in tables)
        {
            foreach (string sql in (string[])[$"DELETE FROM {table}", $"INSERT INTO {table} SELECT * FROM copy_{table}", $"DROP TABLE copy_{table}"])
            {
                await database.WriteAsync(context => context.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);
            }
        }
    }
}
