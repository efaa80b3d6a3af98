using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Stop using codes: a last code, and from then on the password alone.</summary>
internal static class StopPage
{
    public const string Path = "/bank/stop";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer) =>
        Task.FromResult(Show(request, customer, Markup.None, StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        Say say = request.Say;
        if (customer.TokenId is not { } id)
        {
            return PageAnswer.Go(Path);
        }

        TokenCheck check = await request.The<ValidationClient>().ValidateAsync(id, request.Field("code"), request.Cancel).ConfigureAwait(false);
        if (check.Error is { } error)
        {
            return Show(request, customer, Notices.Error(say, error, id), error.HttpStatus);
        }

        request.The<CustomerBook>().StopCodes(customer.Id);
        request.The<Sessions<BankSession>>().End(request.Context);
        return PageAnswer.Show(Errands.Title(say, Errand.Stop), Markup.Of($"""
            <h1>{Errands.Title(say, Errand.Stop)}</h1>
            {Notices.Good(say.In("トークンの利用を停止しました。今後はユーザーIDとパスワードだけでサインインします。", "Codes are stopped. From now on user ID and password alone let you in."))}
            {Fields.Link("/bank", say.In("ホームへ", "Home"))}
            """));
    }

    private static PageAnswer Show(PageRequest request, Customer customer, Markup notice, int status)
    {
        Say say = request.Say;
        string title = Errands.Title(say, Errand.Stop);
        Markup content = customer.TokenId is { } id
            ? request.FormTo(Path, Markup.Of($"""
                <dl><dt>{say.In("登録済みトークン", "Registered token")}</dt><dd class="id">{id}</dd></dl>
                {Fields.Code(say, "code", say.In("セキュリティコード", "Security code"), focus: true)}
                <div class="buttons">{Fields.Submit(say.In("利用を停止する", "Stop using codes"), "danger")}{Fields.Link("/bank", say.In("キャンセル", "Cancel"))}</div>
                """))
            : Notices.Info(Markup.Of($"<p>{say.In("登録されたトークンがありません。", "No token is registered.")}</p>"));
        return PageAnswer.Show(title, Markup.Of($"<h1>{title}</h1>{notice}{content}"), status);
    }
}
