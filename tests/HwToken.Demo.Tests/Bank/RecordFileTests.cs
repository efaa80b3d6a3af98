using HwToken.Demo.Bank.Customers;

namespace HwToken.Demo.Tests.Bank;

/// <summary>Files of accounts that two processes share.</summary>
public sealed class RecordFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string At => Path.Combine(folder.Path, "counts.json");

    public void Dispose() => folder.Dispose();

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
