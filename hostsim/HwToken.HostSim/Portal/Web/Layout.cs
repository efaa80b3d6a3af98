using HwToken.HostSim.Portal.Html;

namespace HwToken.HostSim.Portal.Web;

/// <summary>The frame around every page.</summary>
internal static class Layout
{
    public static string Write(PageRequest request, Site site, string title, Markup body)
    {
        Say say = request.Say;
        PortalParts parts = request.The<PortalParts>();
        Markup tray = parts.HasTray
            ? Markup.Of($"""<aside class="tray" aria-label="{say.In("仮想トークン", "Virtual tokens")}"><iframe src="/demo/tray" title="{say.In("仮想トークンと時計", "Virtual tokens and clocks")}"></iframe></aside>""")
            : Markup.None;
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{say.Language}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - {site.Name(say)}</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/portal-files/portal.css">
            <script src="/portal-files/keyboard.js" defer></script>
            </head><body class="{site.Key}{(parts.HasTray ? Markup.Of($" with-tray") : Markup.None)}">
            <a class="skip" href="#main">{say.In("本文へ", "Skip to content")}</a>
            <header><div class="bar"><a class="name" href="{site.Home}">{site.Name(say)}</a>{Switch(request)}</div>
            <nav aria-label="{say.In("メニュー", "Menu")}"><ul>{Menu(say, parts)}</ul></nav></header>
            <div class="columns"><main id="main" tabindex="-1">{body}</main>{tray}</div>
            <footer><p>{say.In("HwToken はオープンなハードウェアトークンです。", "HwToken is an open hardware token.")}</p></footer>
            </body></html>
            """).ToString();
    }

    private static Markup Switch(PageRequest request)
    {
        // A page that came of a post is read again from its beginning.
        bool isPost = HttpMethods.IsPost(request.Context.Request.Method);
        string code = isPost ? "" : request.Query("code");
        string path = isPost && request.Context.Request.Path.StartsWithSegments("/desk/credential") ? "/desk" : request.Context.Request.Path.ToString();
        string other = request.Say.In("en", "ja");
        string to = $"{path}?{(code.Length > 0 ? $"code={Uri.EscapeDataString(code)}&" : "")}lang={other}";
        return Markup.Of($"""<a class="language" href="{to}" lang="{other}" hreflang="{other}">{request.Say.In("English", "日本語")}</a>""");
    }

    private static Markup Menu(Say say, PortalParts parts)
    {
        List<Markup> items =
        [
            Item("/portal", say.In("ホーム", "Home")),
            Item("/test", say.In("トークンのテスト", "Test the token")),
            Item("/reset", say.In("トークンのリセット", "Reset the token")),
            Item("/help", say.In("お困りのとき", "What is wrong?")),
        ];
        if (parts.HasBank)
        {
            items.Add(Item("/bank", say.In("みほん銀行", "Sample Bank")));
        }

        items.Add(Item("/desk", say.In("サービスデスク", "Service desk")));
        return Markup.Join(items);
    }

    private static Markup Item(string path, string label) => Markup.Of($"""<li><a href="{path}">{label}</a></li>""");
}
