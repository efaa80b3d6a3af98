using HwToken.Core;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.HostSim.Portal.Public;

/// <summary>The token reset: credential ID, then two codes, then how it went. A failure starts again at the credential ID.</summary>
internal static class ResetPage
{
    public const string Path = "/reset";

    public const string CodesPath = "/reset/codes";

    public static Task<PageAnswer> GetAsync(PageRequest request)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            {Fields.CredentialId(say, "id", say.In("クレデンシャルID", "Credential ID"), focus: true)}
            <div class="buttons">{Fields.Submit(say.In("次へ", "Next"))}{Fields.Link("/portal", say.In("戻る", "Back"))}</div>
            """);
        return Task.FromResult(PageAnswer.Show(Title(say), Markup.Of($"""
            <h1>{Title(say)}</h1><p class="step">{say.In("1/2 クレデンシャルID", "Step 1 of 2: credential ID")}</p>
            {request.FormTo(Path, fields)}
            """)));
    }

    /// <summary>Only the form of the ID is judged here: whether there is such a token is told to nobody.</summary>
    public static Task<PageAnswer> PostIdAsync(PageRequest request)
    {
        Say say = request.Say;
        return Task.FromResult(CredentialId.TryParse(request.Field("id"), out string id)
            ? Codes(request, id, Markup.None, StatusCodes.Status200OK)
            : PageAnswer.Show(
                Title(say),
                Markup.Of($"<h1>{Title(say)}</h1>{Notices.Error(say, ErrorTable.UnknownCredential)}{Fields.Link(Path, say.In("戻る", "Back"))}"),
                StatusCodes.Status400BadRequest));
    }

    public static async Task<PageAnswer> PostCodesAsync(PageRequest request)
    {
        Say say = request.Say;
        if (!CredentialId.TryParse(request.Field("id"), out string id))
        {
            return PageAnswer.Go(Path);
        }

        AttemptOutcome outcome = await EvenTime.SpendAsync(
            request.The<ValidationService>().ResyncAsync(id, request.Field("code1"), request.Field("code2"), "portal", request.Cancel), request.Cancel).ConfigureAwait(false);
        if (PublicAnswer.Of(outcome, ErrorTable.NotConsecutive) is not { } error)
        {
            return PageAnswer.Show(Title(say), Markup.Of($"""
                <h1>{Title(say)}</h1>{Notices.Good(say.In("リセットが完了しました。次回から通常どおりお使いいただけます。", "The token is back in step. From the next time on, use it as usual."))}
                {Fields.Link("/portal", say.In("ホームへ", "Home"))}
                """));
        }

        // Codes that are not six digits were not looked at: both are made anew on the same page.
        return error == ErrorTable.NotSixDigits || error == ErrorTable.CodesEqual
            ? Codes(request, id, Notices.Error(say, error, id), error.HttpStatus)
            : PageAnswer.Show(
                Title(say),
                Markup.Of($"<h1>{say.In("リセットできませんでした", "The token was not reset")}</h1>{Notices.Error(say, error, id)}{Fields.Link(Path, say.In("再試行", "Retry"), "primary")}"),
                error.HttpStatus);
    }

    private static PageAnswer Codes(PageRequest request, string id, Markup notice, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            <input type="hidden" name="id" value="{id}">
            <ol class="how"><li>{say.In("ボタンを押し、表示されたコードを「1」に入力します。", "Press the button and type the code as code 1.")}</li>
            <li>{say.In("表示が消えるまで待ち、もう一度押して次のコードを「2」に入力します。", "Wait until the display is dark, press again and type the next code as code 2.")}</li></ol>
            {Fields.Code(say, "code1", say.In("セキュリティコード1", "Security code 1"), focus: true)}
            {Fields.Code(say, "code2", say.In("セキュリティコード2", "Security code 2"))}
            <div class="buttons">{Fields.Submit(say.In("リセットする", "Reset"))}{Fields.Link(Path, say.In("戻る", "Back"))}</div>
            """);
        return PageAnswer.Show(Title(say), Markup.Of($"""
            <h1>{Title(say)}</h1><p class="step">{say.In("2/2 連続した2つのコード", "Step 2 of 2: two codes in a row")}</p>{notice}
            <dl><dt>{say.In("クレデンシャルID", "Credential ID")}</dt><dd class="id">{id}</dd></dl>
            {request.FormTo(CodesPath, fields)}
            """), status);
    }

    private static string Title(Say say) => say.In("トークンのリセット", "Reset the token");
}
