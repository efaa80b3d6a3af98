using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>What axe does not look at: one heading of the first rank, and no sideways scrolling.</summary>
internal static class Fit
{
    private const string Script = """
        () => {
          const root = document.documentElement;
          const faults = [];
          if (document.querySelector("main") && document.querySelectorAll("h1").length !== 1) { faults.push("not one h1"); }
          if (root.scrollWidth > root.clientWidth) { faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`); }
          return faults;
        }
        """;

    public static Task<string[]> FaultsAsync(IPage page) => page.EvaluateAsync<string[]>(Script);
}
