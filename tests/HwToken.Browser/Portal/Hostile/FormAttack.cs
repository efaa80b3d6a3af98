using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Hostile;

/// <summary>Sends every form of the page that stands in the window with each hostile text in all fields at once, and with the first in one field after the other.</summary>
internal static class FormAttack
{
    /// <summary>Markup that would become an element, in both kinds of quotes, with SQL behind it.</summary>
    public static readonly string[] Payloads =
    [
        "\"><b data-owned onmouseover=x>'; DROP TABLE credentials; --",
        "'><script data-owned>x</script>' OR '1'='1",
        "」\u202E<img data-owned src=x onerror=x>；ＤＲＯＰ　ＴＡＢＬＥ",
        "{{7*7}}${7*7}@(7*7)%00\u0001</textarea><svg data-owned onload=x>",
    ];

    private const string Script = """
        async ([payloads, actions]) => {
          const faults = [];
          const done = [...actions];
          const check = async (what, answer) => {
            const text = await answer.text();
            const isFile = answer.headers.has("content-disposition");
            const page = new DOMParser().parseFromString(text, "text/html");
            if (answer.status >= 500) { faults.push(`${what}: status ${answer.status}`); }
            if (!isFile && page.querySelector("[data-owned]")) { faults.push(`${what}: became markup`); }
            if (text.includes("   at HwToken") || text.includes("SQLite")) { faults.push(`${what}: shows its insides`); }
            if (!isFile && !page.querySelector("h1")) { faults.push(`${what}: no page came (${answer.status})`); }
          };
          const send = (form, fields) => {
            const method = form.method.toUpperCase();
            const url = new URL(form.getAttribute("action") || location.href, location.href);
            if (method === "GET") {
              for (const [name, value] of fields) { url.searchParams.set(name, value); }
              return fetch(url);
            }
            const body = form.enctype === "multipart/form-data" ? new FormData() : new URLSearchParams();
            for (const [name, value] of fields) { body.append(name, value); }
            return fetch(url, { method, body });
          };
          for (const form of document.querySelectorAll("form")) {
            const action = new URL(form.getAttribute("action") || location.href, location.href).pathname;
            if (action.endsWith("/sign-out") || (form.method === "get" && !form.hasAttribute("action"))) { continue; }
            const key = `${form.method} ${action} ${[...form.elements].map((e) => e.name).join()}`;
            if (done.includes(key)) { continue; }
            done.push(key);
            const forged = [...form.elements].filter((e) => e.name === "forgery" || e.name.startsWith("__")).map((e) => [e.name, e.value]);
            const names = [...new Set([...form.elements].map((e) => e.name).filter((n) => n && !forged.some(([f]) => f === n)))];
            for (const text of payloads) {
              const sets = text === payloads[0] ? [names, ...names.map((n) => [n])] : [names];
              for (const nasty of sets) {
                const fields = [...forged];
                for (const name of names) {
                  const field = form.elements[name];
                  const kept = field.type === "hidden" ? field.value : field.type === "text" || field.type === "password" ? "123456" : "";
                  if (nasty.includes(name)) { fields.push([name, text]); } else if (kept) { fields.push([name, kept]); }
                }
                await check(`${form.method} ${action} ${nasty.join("+")}`, await send(form, fields));
              }
            }
          }
          return { faults, actions: done };
        }
        """;

    /// <param name="page">The window.</param>
    /// <param name="payloads">Hostile texts.</param>
    /// <param name="seen">Forms that were attacked already; those of this page are added.</param>
    /// <returns>What went wrong.</returns>
    public static async Task<string[]> FaultsAsync(IPage page, string[] payloads, List<string> seen)
    {
        Answer answer = await page.EvaluateAsync<Answer>(Script, new object[] { payloads, seen.ToArray() });
        seen.Clear();
        seen.AddRange(answer.Actions);
        return answer.Faults;
    }

    private sealed record Answer
    {
        [System.Text.Json.Serialization.JsonPropertyName("faults")]
        public string[] Faults { get; init; } = [];

        [System.Text.Json.Serialization.JsonPropertyName("actions")]
        public string[] Actions { get; init; } = [];
    }
}
