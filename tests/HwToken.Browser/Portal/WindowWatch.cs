using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>Watches pages for what must never happen: a request that leaves the origin, a script that fails, a broken security policy.</summary>
internal sealed class WindowWatch
{
    private readonly List<string> faults = [];

    public void Follow(IPage page, Uri origin)
    {
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add("script: " + error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin.AbsoluteUri, StringComparison.Ordinal) && request.Url != "about:blank")
            {
                faults.Add("left the origin: " + request.Url);
            }
        };
    }

    public void AssertClean() => Assert.Empty(faults);
}
