using HwToken.Core;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Rules;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>One token: state, failures, drift and its history; unlock, suspend, resume, revoke.</summary>
internal static class CredentialPage
{
    public const string Path = "/desk/credential/{id}";

    private const int History = 100;

    public static Task<PageAnswer> GetAsync(PageRequest request, DeskSession session) => ShowAsync(request, session, Markup.None);

    public static async Task<PageAnswer> PostAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        if (!Enum.TryParse(request.Field("verb"), ignoreCase: true, out DeskVerb verb) || !Enum.IsDefined(verb))
        {
            return await ShowAsync(request, session, Notices.Error(say, ErrorTable.BadRequest)).ConfigureAwait(false);
        }

        // What cannot be taken back is asked for twice.
        if (verb == DeskVerb.Revoke && request.Field("sure") != "yes")
        {
            return await ShowAsync(request, session, Notices.Bad(say.In("失効は取り消せません。確認欄にチェックを入れてください。", "Revoking is final. Tick the box to confirm."))).ConfigureAwait(false);
        }

        DeskResult result = await request.The<CredentialDesk>().ApplyAsync(Id(request), verb, session.Actor, request.Cancel).ConfigureAwait(false);
        Markup notice = result.Refusal is { } reason
            ? Notices.Error(say, ErrorTable.Of(reason))
            : Notices.Good(say.In($"完了: {DeskWords.Verb(say, verb)}", $"Done: {DeskWords.Verb(say, verb)}"));
        return await ShowAsync(request, session, notice).ConfigureAwait(false);
    }

    private static string Id(PageRequest request) => CredentialId.TryParse(request.Context.GetRouteValue("id")?.ToString(), out string id) ? id : "";

    private static async Task<PageAnswer> ShowAsync(PageRequest request, DeskSession session, Markup notice)
    {
        Say say = request.Say;
        string id = Id(request);
        if (await request.The<CredentialDesk>().GetAsync(id, request.Cancel).ConfigureAwait(false) is not { } credential)
        {
            return DeskFrame.Show(request, session, say.In("トークンがありません", "No such token"), Notices.Error(say, ErrorTable.UnknownCredential), ErrorTable.UnknownCredential.HttpStatus);
        }

        AuditPage audit = await request.The<AuditTrail>().ReadAsync(id, null, History, request.Cancel).ConfigureAwait(false);
        Markup drift = credential.Type == "TOTP"
            ? Markup.Of($"<h2>{say.In("時計のずれ", "Clock drift")}</h2>{DriftChart.Of(say, [.. audit.Entries.Where(entry => entry.Outcome == "accepted")])}")
            : Markup.None;
        Markup body = Markup.Of($"""
            {notice}{Facts(say, credential)}{Verbs(request, credential)}{drift}
            <h2>{say.In("履歴", "History")}</h2>{AuditTable.Of(say, audit.Entries)}
            """);
        return DeskFrame.Show(request, session, CredentialId.Group(credential.Id), body);
    }

    private static Markup Facts(Say say, CredentialView one) => Markup.Of($"""
        <dl class="facts">
        <dt>{say.In("クレデンシャルID", "Credential ID")}</dt><dd class="id">{one.Id}</dd>
        <dt>{say.In("状態", "State")}</dt><dd><span class="state {DeskWords.StateKey(one)}" data-is="state">{DeskWords.State(say, one)}</span></dd>
        <dt>{say.In("連続失敗", "Failures in a row")}</dt><dd data-is="failures">{one.Failures}</dd>
        <dt>{say.In("種類", "Type")}</dt><dd>{one.Type} {one.Algorithm}, {say.In("ロット", "lot")} {one.Lot}</dd>
        <dt>{say.In("次のカウンター/ステップ", "Next counter or step")}</dt><dd>{one.NextFactor}</dd>
        {(one.Type == "TOTP" ? Markup.Of($"<dt>{say.In("予測されるずれ", "Predicted drift")}</dt><dd data-is=\"drift\">{DeskWords.Seconds(one.DriftSeconds)} (±{one.DriftSigmaSeconds:0.0} s, {one.DriftRatePpm:0.0} ppm)</dd>") : Markup.None)}
        <dt>{say.In("利用登録", "Enrolled")}</dt><dd>{DeskWords.Time(one.ActivatedAt)}</dd>
        <dt>{say.In("最終成功", "Last success")}</dt><dd>{DeskWords.Time(one.LastSuccessAt)}</dd>
        {(one.LockedAt is null ? Markup.None : Markup.Of($"<dt>{say.In("ロック日時", "Locked")}</dt><dd>{DeskWords.Time(one.LockedAt)}</dd>"))}
        {(one.ReplacedBy is null ? Markup.None : Markup.Of($"<dt>{say.In("交換後のトークン", "Replaced by")}</dt><dd class=\"id\">{one.ReplacedBy}</dd>"))}
        </dl>
        """);

    private static Markup Verbs(PageRequest request, CredentialView one)
    {
        DeskVerb[] fitting = [.. Enum.GetValues<DeskVerb>().Where(verb => CredentialLife.After(one.State, one.ActivatedAt is not null, one.IsLocked, verb) is not null)];
        if (fitting.Length == 0)
        {
            return Markup.None;
        }

        Say say = request.Say;
        Markup sure = fitting.Contains(DeskVerb.Revoke)
            ? Markup.Of($"""<div class="check"><input type="checkbox" id="sure" name="sure" value="yes"><label for="sure">{say.In("失効は取り消せないことを確認しました", "I know that revoking is final")}</label></div>""")
            : Markup.None;
        Markup buttons = Markup.Join(fitting.Select(verb => Fields.Submit(
            DeskWords.Verb(say, verb), verb == DeskVerb.Revoke ? "danger" : "plain", "verb", verb.ToString().ToLowerInvariant())));
        return request.FormTo($"/desk/credential/{one.Id}", Markup.Of($"""{sure}<div class="buttons">{buttons}</div>"""));
    }
}
