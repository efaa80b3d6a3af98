using HwToken.Validation.Storage.Sqlite;

namespace HwToken.Validation.Tests.Storage.Sqlite;

public sealed class WriterTurnTests : IDisposable
{
    private const int InputOutputError = 5;

    /// <summary>No machine is so busy that the turn is not given on by then.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(5);

    private readonly TempFolder folder = new();

    private string Database => folder["x.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_has_the_turn_at_a_time_and_gives_it_on()
    {
        using var one = new WriterTurn(Database, patience: LongPatience);
        using var two = new WriterTurn(Database, patience: LongPatience);
        Assert.True(await one.TakeAsync());
        Task<bool> waiting = two.TakeAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        one.Give();
        Assert.True(await waiting);
        two.Give();
        Assert.True(await one.TakeAsync());
    }

    /// <summary>A process that was stopped while it had the turn hung every other one.</summary>
    [Fact]
    public async Task Who_waits_for_a_turn_that_is_not_given_on_goes_on_without_it_and_waits_once()
    {
        using var stopped = new WriterTurn(Database);
        using var other = new WriterTurn(Database);
        Assert.True(await stopped.TakeAsync());
        Assert.False(await other.TakeAsync().AsTask().WaitAsync(LongPatience));
        ValueTask<bool> again = other.TakeAsync();
        Assert.True(again.IsCompleted, "it waited a second time");
        Assert.False(await again);
        other.Give();
        stopped.Give();

        // What the late wait was given is given on by itself.
        while (!await stopped.TakeAsync())
        {
            await Task.Yield();
        }
    }

    /// <summary>One failed call hung every write until the restart, without a word.</summary>
    [Fact]
    public async Task A_lock_that_cannot_be_had_is_done_without()
    {
        bool fails = true;
        using var turn = new WriterTurn(Database, (_, _) => fails ? InputOutputError : 0);
        Assert.False(await turn.TakeAsync());
        turn.Give();
        fails = false;
        Assert.True(await turn.TakeAsync());
    }

    [Fact]
    public async Task Where_no_file_can_be_made_there_are_no_turns()
    {
        using var nowhere = new WriterTurn(folder["none", "x.db"]);
        Assert.False(await nowhere.TakeAsync());
        using var memory = new WriterTurn(null);
        Assert.False(await memory.TakeAsync());
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Lock_file_and_database_are_for_their_owner_alone()
    {
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder["data"] }))
        {
            Assert.Null(await system.Readiness.CheckAsync());
            Assert.All(
                Directory.GetFiles(folder["data"]), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
            Assert.Contains(folder["data", "hwtoken.db-turn"], Directory.GetFiles(folder["data"]));
        }

        File.SetUnixFileMode(folder["data"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        IOException refused = await Assert.ThrowsAsync<IOException>(() => ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder["data"] }));
        Assert.Contains("chmod 700", refused.Message, StringComparison.Ordinal);
    }
}
