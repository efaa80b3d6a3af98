using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>What a person does and the page that comes of it.</summary>
internal static class PageTurn
{
    /// <summary>Does something that leads to another page, and waits until that one has been read to its end.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="doAsync">What leads there.</param>
    public static async Task ToNextAsync(this IPage page, Func<Task> doAsync)
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Read(object? sender, IPage read) => next.TrySetResult();
        page.DOMContentLoaded += Read;
        try
        {
            await doAsync();
            await next.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.PatienceMs), TestContext.Current.CancellationToken);
        }
        finally
        {
            page.DOMContentLoaded -= Read;
        }
    }
}
