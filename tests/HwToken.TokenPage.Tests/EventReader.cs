using System.Net.ServerSentEvents;

namespace HwToken.TokenPage.Tests;

/// <summary>Reads the page's event stream.</summary>
internal static class EventReader
{
    /// <summary>The events from a new connection on.</summary>
    public static async IAsyncEnumerable<SseItem<string>> ReadAsync(RunningPage page, int token)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Stream stream = await page.Http.GetStreamAsync(new Uri(page.Url, $"/sim/v1/events?token={token}"), cancel);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancel))
        {
            yield return item;
        }
    }

    /// <summary>The first event of a kind.</summary>
    public static async Task<string> FirstAsync(RunningPage page, int token, string kind)
    {
        await foreach (SseItem<string> item in ReadAsync(page, token))
        {
            if (item.EventType == kind)
            {
                return item.Data;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
