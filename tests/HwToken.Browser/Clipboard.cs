namespace HwToken.Browser;

/// <summary>The browser has one clipboard for all its windows: who writes into it and reads it back has it alone meanwhile.</summary>
internal static class Clipboard
{
    private static readonly SemaphoreSlim Gate = new(1);

    public static async Task AloneAsync(Func<Task> doAsync)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await doAsync();
        }
        finally
        {
            Gate.Release();
        }
    }
}
