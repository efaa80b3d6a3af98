using System.Globalization;
using HwToken.Core;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>The audit, newest first, and its verification.</summary>
internal static class AuditViewPage
{
    public const string Path = "/desk/audit";

    private const int Entries = 100;

    public static Task<PageAnswer> GetAsync(PageRequest request, DeskSession session) => ShowAsync(request, session, Markup.None);

    public static async Task<PageAnswer> VerifyAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        AuditVerdict verdict = await request.The<AuditTrail>().VerifyAsync(request.Cancel).ConfigureAwait(false);
        Markup notice = verdict.IsSound
            ? Notices.Good(say.In($"{verdict.Entries}件の記録に改ざんはありません。", $"All {verdict.Entries} entries are sound."))
            : Markup.Of($"{Notices.Bad(say.In("監査記録に異常があります。", "The audit is not sound."))}<ul>{verdict.Faults.Select(fault => Markup.Of($"<li>{fault}</li>"))}</ul>");
        return await ShowAsync(request, session, notice).ConfigureAwait(false);
    }

    private static async Task<PageAnswer> ShowAsync(PageRequest request, DeskSession session, Markup notice)
    {
        Say say = request.Say;
        string typed = request.Query("id");
        string id = "";
        if (typed.Length > 0 && !CredentialId.TryParse(typed, out id))
        {
            notice = Notices.Error(say, ErrorTable.UnknownCredential);
        }

        long? before = long.TryParse(request.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
        AuditPage page = await request.The<AuditTrail>().ReadAsync(string.IsNullOrEmpty(id) ? null : id, before, Entries, request.Cancel).ConfigureAwait(false);
        Markup more = page.Before is { } next ? Fields.Link(string.Create(CultureInfo.InvariantCulture, $"{Path}?id={id}&before={next}"), say.In("以前の記録", "Earlier entries")) : Markup.None;
        Markup body = Markup.Of($"""
            {notice}<form method="get" action="{Path}" class="inline">{Fields.Text("id", say.In("クレデンシャルID", "Credential ID"), typed, capitals: "characters", required: false)}
            <div class="buttons">{Fields.Submit(say.In("絞り込む", "Show"))}</div></form>
            {AuditTable.Of(say, page.Entries)}<div class="buttons">{more}</div>
            {request.FormTo(Path, Fields.Submit(say.In("改ざんがないか検証する", "Verify the hash chains"), "plain"))}
            """);
        return DeskFrame.Show(request, session, say.In("監査記録", "Audit"), body);
    }
}
