using Microsoft.Playwright;

namespace HwToken.Browser.Portal;

/// <summary>What can be measured of WCAG on a page: language, heading, labels, names, contrast, width.</summary>
internal static class PageCheck
{
    private const string Script = """
        () => {
          const faults = [];
          const root = document.documentElement;
          if (!root.lang) { faults.push("no language"); }
          if (document.querySelectorAll("main h1").length !== 1) { faults.push("not one h1"); }
          if (root.scrollWidth > root.clientWidth) { faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`); }
          const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => faults.push("twice: #" + id));
          for (const field of document.querySelectorAll("input:not([type=hidden]), select")) {
            if (!field.labels.length) { faults.push("no label: " + field.name); }
          }
          for (const one of document.querySelectorAll("a, button, [role=img], iframe")) {
            const name = one.getAttribute("aria-label") || one.textContent.trim() || one.title;
            if (!name) { faults.push("no name: " + one.outerHTML.slice(0, 80)); }
          }
          const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return { rgb: m.slice(0, 3), a: m.length > 3 ? m[3] : 1 }; };
          const light = (rgb) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          for (const element of document.querySelectorAll("body *")) {
            if (![...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) || !element.getClientRects().length) { continue; }
            const style = getComputedStyle(element);
            let ground = element;
            while (ground && parse(getComputedStyle(ground).backgroundColor).a === 0) { ground = ground.parentElement; }
            const back = ground ? parse(getComputedStyle(ground).backgroundColor).rgb : [255, 255, 255];
            const colour = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
            const [a, b] = [light(parse(colour).rgb), light(back)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) { faults.push(`contrast ${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`); }
          }
          return faults;
        }
        """;

    public static async Task<string[]> FaultsAsync(IPage page) => await page.EvaluateAsync<string[]>(Script);
}
