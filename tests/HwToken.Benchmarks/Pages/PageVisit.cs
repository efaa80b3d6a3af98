using Microsoft.Playwright;

namespace HwToken.Benchmarks.Pages;

/// <summary>One visit of a page.</summary>
/// <param name="Paint">Milliseconds from the request to the first content on the screen (<c>PerformancePaintTiming</c>).</param>
/// <param name="Wire">Bytes that came over the connection: of the page and all that it loads.</param>
/// <param name="Bytes">The same, unpacked.</param>
/// <param name="Requests">Requests that it took.</param>
internal sealed record PageVisit(double Paint, long Wire, long Bytes, int Requests)
{
    private const string Script = """
        async () => {
          const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
          while (!paint()) { await new Promise(requestAnimationFrame); }
          const parts = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .filter((part) => !["iframe", "fetch"].includes(part.initiatorType));
          const sum = (what) => parts.reduce((all, part) => all + part[what], 0);
          return [paint().startTime, sum("transferSize"), sum("decodedBodySize"), parts.length];
        }
        """;

    /// <summary>Opens the page in a tab of its own.</summary>
    /// <param name="browser">Its cache is empty at the first visit, and has the page's parts at the next.</param>
    /// <param name="page">The page's address.</param>
    public static async Task<PageVisit> OfAsync(IBrowserContext browser, Uri page)
    {
        IPage tab = await browser.NewPageAsync().ConfigureAwait(false);
        await tab.GotoAsync(page.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load }).ConfigureAwait(false);
        double[] figures = await tab.EvaluateAsync<double[]>(Script).ConfigureAwait(false);
        await tab.CloseAsync().ConfigureAwait(false);
        return new PageVisit(figures[0], (long)figures[1], (long)figures[2], (int)figures[3]);
    }
}
