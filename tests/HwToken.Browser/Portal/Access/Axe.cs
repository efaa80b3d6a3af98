using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>
/// The axe-core engine with every rule of WCAG 2.0, 2.1 and 2.2 at levels A and AA. It runs in the page alone: frames are pages of their own in the
/// gallery, and what passed is not asked for, which took longer than the rules.
/// </summary>
internal static class Axe
{
    private const string Everything = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }""";

    /// <summary>The rules that look at colours, for a second theme of a page that has passed in the first.</summary>
    private const string Colours = """{ type: "rule", values: ["color-contrast", "link-in-text-block"] }""";

    private static readonly string Engine = new BundledAxeScriptProvider().GetScript();

    public static Task<string[]> FaultsAsync(IPage page) => FaultsAsync(page, Everything);

    public static Task<string[]> ColourFaultsAsync(IPage page) => FaultsAsync(page, Colours);

    private static async Task<string[]> FaultsAsync(IPage page, string rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Engine);
        }

        return await page.EvaluateAsync<string[]>($$"""
            async () => {
              const found = await axe.run(document, { runOnly: {{rules}}, resultTypes: ["violations"], iframes: false });
              return found.violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target} ${node.html}`));
            }
            """);
    }
}
