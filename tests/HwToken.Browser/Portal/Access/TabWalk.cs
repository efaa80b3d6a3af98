using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>Goes through a page with the Tab key alone: in the order of reading, every stop seen, none left out, no trap.</summary>
internal static class TabWalk
{
    private const int Most = 200;

    private const string Begin = """
        () => {
          const start = document.createElement("span");
          start.tabIndex = -1;
          document.body.prepend(start);
          start.focus();
          const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("[inert]") && !e.matches(":disabled");
          const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]")].filter((e) => e.tabIndex >= 0 && shown(e));
          const last = (list) => list[list.length - 1];
          const named = (e) => `${e.localName}${e.id ? "#" + e.id : ""} "${(e.getAttribute("aria-label") || e.textContent || e.name || e.title || "").trim().slice(0, 30)}"`;
          const seen = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2; };
          const walk = { stops: [], faults: [], start };
          window.tabWalk = () => {
            const e = document.activeElement;
            if (e === document.body || e === document.documentElement || e === start || (walk.stops.length > 1 && e === walk.stops[0])) { return false; }
            const inner = e.localName === "iframe" ? e.contentDocument.activeElement : e;
            if (inner.localName !== "body" && !seen(inner)) { walk.faults.push("focus not seen: " + named(inner)); }
            const before = last(walk.stops);
            if (e === before) { return true; }
            const box = e.getBoundingClientRect();
            if (box.bottom <= 0 || box.top >= innerHeight) { walk.faults.push("focus outside the window: " + named(e)); }
            const x = Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2;
            const top = document.elementFromPoint(x, Math.min(innerHeight, box.bottom) / 2 + Math.max(0, box.top) / 2);
            if (e.localName !== "iframe" && top && !e.contains(top) && !top.contains(e) && !(e.getClientRects().length > 1)) { walk.faults.push(`focus hidden behind ${named(top)}: ${named(e)}`); }
            if (before) {
              const part = "section, header, nav, main, aside, footer, form";
              const a = before.getBoundingClientRect();
              if (before.closest(part) === e.closest(part)) {
                if (box.bottom <= a.top) { walk.faults.push(`goes up: ${named(before)} to ${named(e)}`); }
                if (Math.abs(box.top - a.top) < 2 && box.right <= a.left) { walk.faults.push(`goes left: ${named(before)} to ${named(e)}`); }
              }
            }
            walk.stops.push(e);
            return true;
          };
          window.tabWalkEnd = () => {
            start.remove();
            document.activeElement.blur();
            scrollTo(0, 0);
            const skip = walk.stops[0];
            if (!skip || !skip.matches(".skip") || !document.querySelector(skip.getAttribute("href"))) {
              if (document.querySelector("header")) { walk.faults.push("the first stop is no skip link"); }
            }
            all.filter((e) => shown(e) && !walk.stops.includes(e) && e.type !== "radio").forEach((e) => walk.faults.push("never reached: " + named(e)));
            all.filter((e) => e.tabIndex > 0).forEach((e) => walk.faults.push("positive tabindex: " + named(e)));
            return walk.faults;
          };
        }
        """;

    public static async Task<string[]> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Begin);
        for (int press = 0; press < Most; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("() => window.tabWalk()"))
            {
                return await page.EvaluateAsync<string[]>("() => window.tabWalkEnd()");
            }
        }

        return ["a trap: Tab has not left the page after " + Most + " presses"];
    }
}
