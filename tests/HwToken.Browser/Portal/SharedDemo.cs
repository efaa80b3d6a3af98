using HwToken.Demo.Bank.Customers;

namespace HwToken.Browser.Portal;

/// <summary>One demonstration for the stories of a class, which run one after the other; each finds the bank's customers as they were at the beginning.</summary>
public sealed class SharedDemo : IAsyncLifetime
{
    private DemoSite? site;
    private IReadOnlyList<Customer> atFirst = [];

    public async ValueTask InitializeAsync()
    {
        site = await DemoSite.StartAsync();
        atFirst = Records.All();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>A window of another computer.</summary>
    internal Task<DemoWindow> OpenAsync(Chromium chromium, string language, bool hasTray = false, bool hasScripts = true)
    {
        foreach (Customer customer in atFirst)
        {
            Records.Put(customer);
        }

        return DemoWindow.OpenAsync(chromium, site!, language, hasTray, hasScripts);
    }

    private CustomerBook Records => new(site!.DemoFolder, site.Clock);
}
