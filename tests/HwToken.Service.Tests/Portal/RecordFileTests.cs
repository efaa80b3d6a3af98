using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Desk;

namespace HwToken.Service.Tests.Portal;

/// <summary>Files of accounts that a running server and a command share.</summary>
public sealed class RecordFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string At => Path.Combine(folder.Path, "counts.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_running_server_knows_an_operator_that_desk_new_has_just_made()
    {
        var server = new Operators(folder.Path);
        Assert.Null(server.Check("mori", "long enough 1"));
        new Operators(folder.Path).Put("mori", "long enough 1", "DPHT00000001");
        Assert.Equal("DPHT00000001", server.Check("mori", "long enough 1")?.TokenId);
        new Operators(folder.Path).Put("mori", "another one 2", "DPHT00000002");
        Assert.Null(server.Check("mori", "long enough 1"));
        Assert.Equal("DPHT00000002", server.Check("mori", "another one 2")?.TokenId);
    }

    [Fact]
    public void Desk_new_lifts_the_lock_that_a_running_server_has_set()
    {
        var server = new Operators(folder.Path);
        new Operators(folder.Path).Put("mori", "long enough 1", "DPHT00000001");
        for (int i = 0; i < 11; i++)
        {
            Assert.Null(server.Check("mori", "wrong"));
        }

        Assert.Null(server.Check("mori", "long enough 1"));
        new Operators(folder.Path).Put("mori", "long enough 1", "DPHT00000001");
        Assert.NotNull(server.Check("mori", "long enough 1"));
    }

    [Fact]
    public async Task No_change_is_lost_between_two_that_share_a_file()
    {
        const int Each = 40;
        RecordFile<Count>[] shared = [Open(), Open()];
        shared[0].Put(new Count("a", 0));
        await Task.WhenAll(shared.Select(file => Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < Each; i++)
                {
                    file.Change("a", count => count with { Number = count.Number + 1 });
                }
            },
            TaskCreationOptions.LongRunning)));
        Assert.Equal(2 * Each, Open().Find("a")!.Number);
        Assert.Equal(2 * Each, shared[0].Find("a")!.Number);
    }

    private RecordFile<Count> Open() => new(At, count => count.Name);

    private sealed record Count(string Name, int Number);
}
