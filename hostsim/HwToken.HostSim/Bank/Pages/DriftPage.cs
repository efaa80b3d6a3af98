using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Drift correction behind the password: two codes in a row, then back to step 2.</summary>
internal static class DriftPage
{
    public const string Path = "/bank/drift";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer) =>
        Task.FromResult(customer.TokenId is { } id ? Show(request, id, Markup.None, StatusCodes.Status200OK) : PageAnswer.Go(SignInPage.Path));

    public static async Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        if (customer.TokenId is not { } id)
        {
            return PageAnswer.Go(SignInPage.Path);
        }

        TokenCheck check = await request.The<ValidationClient>().ResyncAsync(id, request.Field("code1"), request.Field("code2"), request.Cancel).ConfigureAwait(false);
        return check.Error is { } error ? Show(request, id, Notices.Error(request.Say, error, id), error.HttpStatus) : PageAnswer.Go(CodePage.Path + "?from=drift");
    }

    private static PageAnswer Show(PageRequest request, string id, Markup notice, int status)
    {
        Say say = request.Say;
        string title = say.In("同期ずれの補正", "Correct the drift");
        Markup fields = Markup.Of($"""
            {TwoCodes.Of(say)}<div class="buttons">{Fields.Submit(say.In("補正する", "Correct"))}{Fields.Link(CodePage.Path, say.In("戻る", "Back"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"""
            <h1>{title}</h1>{notice}
            <p>{say.In("コードを使わずに何度も表示すると、トークンがサービスより先に進みます。連続した2つのコードで合わせ直します。", "Codes that are made but not used move the token ahead of the service. Two codes in a row bring both together again.")}</p>
            <dl><dt>{say.In("登録済みトークン", "Registered token")}</dt><dd class="id">{id}</dd></dl>{request.FormTo(Path, fields)}
            """), status);
    }
}
