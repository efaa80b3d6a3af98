using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Step 2 of a sign-in: the token ID is shown, a code is typed. Sign in, cancel, or correct the drift.</summary>
internal static class CodePage
{
    public const string Path = "/bank/code";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer)
    {
        Markup notice = request.Query("from") == "drift"
            ? Notices.Good(request.Say.In("ずれを補正しました。新しいコードでサインインしてください。", "The token is back in step. Sign in with a new code."))
            : Markup.None;
        return Task.FromResult(customer.TokenId is null ? PageAnswer.Go(SignInPage.Path) : Show(request, customer.TokenId, notice, StatusCodes.Status200OK));
    }

    public static async Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        if (customer.TokenId is not { } id)
        {
            return PageAnswer.Go(SignInPage.Path);
        }

        TokenCheck check = await request.The<ValidationClient>().ValidateAsync(id, request.Field("code"), request.Cancel).ConfigureAwait(false);
        if (check.Error is { } error)
        {
            return Show(request, id, Notices.Error(request.Say, error, id), error.HttpStatus);
        }

        request.The<Sessions<BankSession>>().Begin(request.Context, session with { Errand = Errand.SignIn, IsSignedIn = true });
        return PageAnswer.Go(AccountPage.Path);
    }

    private static PageAnswer Show(PageRequest request, string id, Markup notice, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            {Fields.Code(say, "code", say.In("セキュリティコード", "Security code"), focus: true)}
            <div class="buttons">{Fields.Submit(say.In("サインイン", "Sign in"))}{Fields.Link(DriftPage.Path, say.In("ずれを補正する", "Correct the drift"))}</div>
            """);
        return PageAnswer.Show(say.In("コードの入力", "Security code"), Markup.Of($"""
            <h1>{say.In("セキュリティコードの入力", "Type the security code")}</h1><p class="step">{say.In("ステップ2: トークンのコード", "Step 2: code of the token")}</p>{notice}
            <dl><dt>{say.In("登録済みトークン", "Registered token")}</dt><dd class="id" data-is="token">{id}</dd></dl>
            {request.FormTo(Path, fields)}
            <div class="buttons">{request.FormTo("/bank/sign-out", Fields.Submit(say.In("キャンセル", "Cancel"), "plain"))}</div>
            """), status);
    }
}
