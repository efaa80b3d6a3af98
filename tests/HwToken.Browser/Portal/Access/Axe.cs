using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>The axe-core engine with every rule of WCAG 2.0, 2.1 and 2.2 at levels A and AA.</summary>
internal static class Axe
{
    private static readonly List<string> Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Frames are pages of their own in the gallery.</summary>
    private static AxeRunOptions Everything => new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = Levels }, Iframes = false };

    /// <summary>The rules that look at colours, for a second theme of a page that has passed in the first.</summary>
    private static AxeRunOptions Colours => new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }, Iframes = false };

    public static Task<string[]> FaultsAsync(IPage page) => FaultsAsync(page, Everything);

    public static Task<string[]> ColourFaultsAsync(IPage page) => FaultsAsync(page, Colours);

    private static async Task<string[]> FaultsAsync(IPage page, AxeRunOptions options)
    {
        AxeResult result = await page.RunAxe(options);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"axe {rule.Id}: {node.Target} {node.Html}"))];
    }
}
