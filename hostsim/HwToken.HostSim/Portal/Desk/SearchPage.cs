using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Finds tokens by the beginning of their IDs.</summary>
internal static class SearchPage
{
    public static async Task<PageAnswer> GetAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        string beginning = request.Query("id").Replace(" ", "", StringComparison.Ordinal);
        IReadOnlyList<CredentialView> found = await request.The<CredentialDesk>().SearchAsync(beginning, 50, request.Cancel).ConfigureAwait(false);
        Markup body = Markup.Of($"""
            <form method="get" action="/desk" role="search" class="inline">{Fields.Text("id", say.In("クレデンシャルID(先頭から)", "Credential ID (from its beginning)"), beginning, focus: true, capitals: "characters", required: false)}
            <div class="buttons">{Fields.Submit(say.In("検索", "Find"))}</div></form>
            {(found.Count == 0 ? Notices.Info(Markup.Of($"<p>{say.In("該当するトークンはありません。", "No token has such an ID.")}</p>")) : Table(say, found))}
            """);
        return DeskFrame.Show(request, session, say.In("トークン検索", "Find a token"), body);
    }

    private static Markup Table(Say say, IReadOnlyList<CredentialView> found) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{say.In("検索結果", "Results")}"><table><thead><tr><th scope="col">{say.In("クレデンシャルID", "Credential ID")}</th><th scope="col">{say.In("種類", "Type")}</th>
        <th scope="col">{say.In("状態", "State")}</th><th scope="col">{say.In("連続失敗", "Failures")}</th><th scope="col">{say.In("最終成功", "Last success")}</th></tr></thead>
        <tbody>{found.Select(one => Row(say, one))}</tbody></table></div>
        """);

    private static Markup Row(Say say, CredentialView one) => Markup.Of($"""
        <tr><th scope="row"><a class="id" href="/desk/credential/{one.Id}">{one.Id}</a></th><td>{one.Type}</td>
        <td><span class="state {DeskWords.StateKey(one)}">{DeskWords.State(say, one)}</span></td><td>{one.Failures}</td><td>{DeskWords.Time(one.LastSuccessAt)}</td></tr>
        """);
}
