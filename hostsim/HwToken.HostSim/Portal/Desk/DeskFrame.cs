using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>The head of the desk's pages: who is signed in, and the desk's own menu.</summary>
internal static class DeskFrame
{
    public static PageAnswer Show(PageRequest request, DeskSession session, string title, Markup body, int status = StatusCodes.Status200OK)
    {
        Say say = request.Say;
        Markup customers = request.The<PortalParts>().HasBank ? Markup.Of($"""<li><a href="/desk/customers">{say.In("銀行のお客様", "Bank customers")}</a></li>""") : Markup.None;
        return PageAnswer.Show(title, Markup.Of($"""
            <div class="desk-head"><ul><li><a href="/desk">{say.In("トークン検索", "Find a token")}</a></li>
            <li><a href="/desk/replace">{say.In("交換", "Replace")}</a></li><li><a href="/desk/import">{say.In("取り込み", "Import")}</a></li>
            <li><a href="/desk/audit">{say.In("監査記録", "Audit")}</a></li>{customers}</ul>
            {request.FormTo("/desk/sign-out", Markup.Of($"<span>{session.Name}</span> {Fields.Submit(say.In("サインアウト", "Sign out"), "small")}"))}</div>
            <h1>{title}</h1>{body}
            """), status);
    }
}
