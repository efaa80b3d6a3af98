using HwToken.Core;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.HostSim.Portal.Public;

/// <summary>The token test.</summary>
internal static class TestPage
{
    private const string Path = "/test";

    public static Task<PageAnswer> GetAsync(PageRequest request) => Task.FromResult(Show(request, Markup.None, "", StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request)
    {
        Say say = request.Say;
        string typed = request.Field("id");
        if (!CredentialId.TryParse(typed, out string id))
        {
            return Show(request, Notices.Error(say, ErrorTable.UnknownCredential), typed, StatusCodes.Status400BadRequest);
        }

        AttemptOutcome outcome = await EvenTime.SpendAsync(
            request.The<ValidationService>().TestAsync(id, request.Field("code"), "portal", request.Cancel), request.Cancel).ConfigureAwait(false);
        if (PublicAnswer.Of(outcome, ErrorTable.CodeRefused) is { } error)
        {
            return Show(request, Notices.Error(say, error, id), id, error.HttpStatus);
        }

        Markup body = Markup.Of($"""
            <h1>{say.In("トークンのテスト", "Test the token")}</h1>
            {Notices.Good(say.In("トークンは正しく動いています。", "The token works."))}
            <p>{say.In("このコードは使用済みになりました。サインインには新しいコードを使ってください。", "This code is used up now. Make a new one to sign in.")}</p>
            {Fields.Link("/portal", say.In("ホームへ", "Home"))}
            """);
        return PageAnswer.Show(say.In("テスト成功", "The token works"), body);
    }

    private static PageAnswer Show(PageRequest request, Markup notice, string id, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            {Fields.CredentialId(say, "id", say.In("クレデンシャルID", "Credential ID"), id, focus: id.Length == 0)}
            {Fields.Code(say, "code", say.In("セキュリティコード", "Security code"), focus: id.Length > 0)}
            <div class="buttons">{Fields.Submit(say.In("テストする", "Test"))}{Fields.Link("/portal", say.In("戻る", "Back"))}</div>
            """);
        Markup body = Markup.Of($"""
            <h1>{say.In("トークンのテスト", "Test the token")}</h1>{notice}
            <p>{say.In("利用登録済みのトークンで使えます。", "For a token that is registered with a service.")}</p>
            {request.FormTo(Path, fields)}
            """);
        return PageAnswer.Show(say.In("トークンのテスト", "Test the token"), body, status);
    }
}
