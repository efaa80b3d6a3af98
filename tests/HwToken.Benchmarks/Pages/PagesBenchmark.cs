using System.Globalization;
using HwToken.Demo;
using HwToken.HostSim.Serving;
using HwToken.TestKit;
using HwToken.Validation;
using Microsoft.Playwright;

namespace HwToken.Benchmarks.Pages;

/// <summary>First paint of every page on loopback in a real Chromium, and what the page weighs: with an empty cache, and once more with a full one.</summary>
internal static class PagesBenchmark
{
    private static readonly string[] Public = ["/portal", "/test", "/reset", "/help", "/bank", "/bank/sign-in", "/bank/lost", "/bank/why", "/desk/sign-in", "/demo/guide", "/demo/tray", "/"];
    private static readonly string[] Desk = ["/desk", "/desk/overview", "/desk/replace", "/desk/import", "/desk/audit", "/desk/customers"];
    private static readonly string[] Languages = ["ja-JP", "en-US"];

    /// <param name="rounds">Visits of each page; the median is told.</param>
    public static async Task RunAsync(int rounds)
    {
        string chromium = ChromiumPath.Find() ?? throw new InvalidOperationException("No Chromium on this machine: apt-get install chromium");
        string folder = Directory.CreateTempSubdirectory("hwbench").FullName;
        try
        {
            ServeHost host = await ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = folder }, IsDemo: true), CancellationToken.None).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                using IPlaywright playwright = await Playwright.CreateAsync().ConfigureAwait(false);
                IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ChromiumPath.Flags }).ConfigureAwait(false);
                Console.WriteLine($"{browser.Version}, {rounds} visits of each page");
                Console.WriteLine("page | language | first paint, empty cache | full cache | requests | bytes on the wire | unpacked");
                string operatorsCookies = await SignInAsync(browser, host).ConfigureAwait(false);
                foreach (string language in Languages)
                {
                    foreach (string path in Public)
                    {
                        await MeasureAsync(browser, host.Url, path, language, null, rounds).ConfigureAwait(false);
                    }

                    foreach (string path in (string[])[.. Desk, "/desk/credential/" + host.Demo!.TokenIds[1]])
                    {
                        await MeasureAsync(browser, host.Url, path, language, operatorsCookies, rounds).ConfigureAwait(false);
                    }
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IBrowser browser, Uri site, string path, string language, string? cookies, int rounds)
    {
        var (empty, full) = (new List<PageVisit>(), new List<PageVisit>());

        // One visit more than is told: the server compiles a page at its first.
        for (int round = 0; round <= rounds; round++)
        {
            IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = language, StorageState = cookies }).ConfigureAwait(false);
            empty.Add(await PageVisit.OfAsync(context, new Uri(site, path)).ConfigureAwait(false));
            full.Add(await PageVisit.OfAsync(context, new Uri(site, path)).ConfigureAwait(false));
            await context.CloseAsync().ConfigureAwait(false);
        }

        PageVisit one = empty[^1];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} | {language} | {Median(empty):F0} ms | {Median(full):F0} ms | {one.Requests} | {one.Wire:N0} | {one.Bytes:N0}"));
    }

    private static double Median(List<PageVisit> visits) => visits.Skip(1).Select(visit => visit.Paint).Order().ElementAt((visits.Count - 1) / 2);

    /// <summary>The cookies of an operator who has signed in.</summary>
    private static async Task<string> SignInAsync(IBrowser browser, ServeHost host)
    {
        DemoWorld world = host.Demo!;
        string code = host.Rack!.Slots.Single(slot => slot.CredentialId == world.OperatorTokenId).Press().Code!;
        IBrowserContext context = await browser.NewContextAsync().ConfigureAwait(false);
        IPage page = await context.NewPageAsync().ConfigureAwait(false);
        await page.GotoAsync(new Uri(host.Url, "/desk/sign-in").AbsoluteUri).ConfigureAwait(false);
        await page.Locator("main [name=name]").FillAsync(world.Operator.Id).ConfigureAwait(false);
        await page.Locator("main [name=password]").FillAsync(world.Operator.Password).ConfigureAwait(false);
        await page.Locator("main [name=code]").FillAsync(code).ConfigureAwait(false);
        await page.Locator("main button[type=submit]").First.ClickAsync().ConfigureAwait(false);
        await page.WaitForURLAsync(new Uri(host.Url, "/desk").AbsoluteUri).ConfigureAwait(false);
        string cookies = await context.StorageStateAsync().ConfigureAwait(false);
        await context.CloseAsync().ConfigureAwait(false);
        return cookies;
    }
}
