using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>A page with all that it loads before it is used, as it lies on the server: no fonts, no pictures for show, no library of scripts.</summary>
internal static class Weight
{
    private const int MostBytes = 100 * 1024;

    private const string Script = """
        (most) => {
          const parts = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
          const loaded = parts.filter((part) => !["iframe", "fetch"].includes(part.initiatorType) && new URL(part.name).origin === location.origin);
          const bytes = loaded.reduce((sum, part) => sum + part.decodedBodySize, 0);
          return bytes > most ? [`${bytes} bytes: ` + loaded.map((part) => `${new URL(part.name).pathname} ${part.decodedBodySize}`).join(", ")] : [];
        }
        """;

    public static Task<string[]> FaultsAsync(IPage page) => page.EvaluateAsync<string[]>(Script, MostBytes);
}
