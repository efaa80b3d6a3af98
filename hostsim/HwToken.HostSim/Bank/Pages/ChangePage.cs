using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Change of token: a code of the old one, then the new one's ID and code. Who has no old one calls the desk.</summary>
internal static class ChangePage
{
    public const string Path = "/bank/change";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer) =>
        Task.FromResult(Show(request, session, customer, Markup.None, "", StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        Say say = request.Say;
        if (customer.TokenId is not { } old)
        {
            return PageAnswer.Go(RegisterPage.Path);
        }

        if (!session.IsOldTokenProven)
        {
            TokenCheck check = await request.The<ValidationClient>().ValidateAsync(old, request.Field("code"), request.Cancel).ConfigureAwait(false);
            if (check.Error is { } wrong)
            {
                return Show(request, session, customer, Notices.Error(say, wrong, old), "", wrong.HttpStatus);
            }

            request.The<Sessions<BankSession>>().Begin(request.Context, session with { IsOldTokenProven = true });
            return PageAnswer.Go(Path);
        }

        string typed = request.Field("id");
        ServiceError? error = await RegisterPage.EnrolAsync(request, customer, typed).ConfigureAwait(false);
        if (error is not null)
        {
            return Show(request, session, customer, Notices.Error(say, error), typed, error.HttpStatus);
        }

        request.The<Sessions<BankSession>>().End(request.Context);
        return RegisterPage.Done(say, request.The<CustomerBook>().Find(customer.Id)!.TokenId!);
    }

    private static PageAnswer Show(PageRequest request, BankSession session, Customer customer, Markup notice, string typed, int status)
    {
        Say say = request.Say;
        string title = Errands.Title(say, Errand.Change);
        if (customer.TokenId is not { } old)
        {
            return PageAnswer.Show(title, Markup.Of($"""
                <h1>{title}</h1>{Notices.Info(Markup.Of($"<p>{say.In("登録されたトークンがありません。", "No token is registered.")}</p>"))}
                {Fields.Link(SignInPage.PathOf(Errand.Register), Errands.Title(say, Errand.Register))}
                """));
        }

        Markup fields = session.IsOldTokenProven
            ? Markup.Of($"<p class=\"step\">{say.In("新しいトークン", "The new token")}</p>{RegisterPage.TokenFields(say, customer, typed)}")
            : Markup.Of($"""
                <dl><dt>{say.In("現在のトークン", "Token in use")}</dt><dd class="id">{old}</dd></dl>
                {Fields.Code(say, "code", say.In("現在のトークンのコード", "Code of the token in use"), focus: true)}
                """);
        return PageAnswer.Show(title, Markup.Of($"""
            <h1>{title}</h1>{notice}
            <p>{say.In("変更が終わるまで、現在のトークンを処分・初期化しないでください。使えない場合はサービスデスクで再発行します。", "Keep the old token until the change is done. If it no longer works, the service desk reissues.")}</p>
            {request.FormTo(Path, Markup.Of($"{fields}<div class=\"buttons\">{Fields.Submit(say.In("次へ", "Next"))}{Fields.Link("/bank", say.In("キャンセル", "Cancel"))}</div>"))}
            """), status);
    }
}
