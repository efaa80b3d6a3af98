using HwToken.Core;
using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>First registration: token ID and one code, or token ID and two codes, as the customer's product has it.</summary>
internal static class RegisterPage
{
    public const string Path = "/bank/register";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer) =>
        Task.FromResult(Show(request, customer, Markup.None, "", StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        Say say = request.Say;
        string typed = request.Field("id");
        if (customer.TokenId is not null)
        {
            return PageAnswer.Go(Path);
        }

        ServiceError? error = await EnrolAsync(request, customer, typed).ConfigureAwait(false);
        if (error is not null)
        {
            return Show(request, customer, Notices.Error(say, error), typed, error.HttpStatus);
        }

        // Codes used here cannot be used to sign in: the sign-in begins anew.
        request.The<Sessions<BankSession>>().End(request.Context);
        return Done(say, request.The<CustomerBook>().Find(customer.Id)!.TokenId!);
    }

    /// <summary>Proves a token and registers it.</summary>
    /// <returns>Null when it is registered.</returns>
    public static async Task<ServiceError?> EnrolAsync(PageRequest request, Customer customer, string typed)
    {
        CustomerBook book = request.The<CustomerBook>();
        ValidationClient service = request.The<ValidationClient>();
        if (!CredentialId.TryParse(typed, out string id))
        {
            return ErrorTable.UnknownCredential;
        }

        if (book.IsTaken(id, customer.Id))
        {
            return ErrorTable.AlreadyEnrolled;
        }

        TokenCheck check = customer.Form == EnrolmentForm.OneCode
            ? await service.EnrolAsync(id, request.Field("code"), request.Cancel).ConfigureAwait(false)
            : await service.EnrolAsync(id, request.Field("code1"), request.Field("code2"), request.Cancel).ConfigureAwait(false);
        return check.Error ?? (book.Register(customer.Id, id) ? null : ErrorTable.AlreadyEnrolled);
    }

    /// <summary>Token ID and the codes of the customer's form.</summary>
    public static Markup TokenFields(Say say, Customer customer, string typed) => Markup.Of($"""
        {Fields.CredentialId(say, "id", say.In("トークンID(裏面)", "Token ID (on its back)"), typed, focus: true)}
        {(customer.Form == EnrolmentForm.OneCode ? Fields.Code(say, "code", say.In("セキュリティコード", "Security code")) : TwoCodes.Of(say))}
        """);

    /// <summary>The token is registered.</summary>
    public static PageAnswer Done(Say say, string id) => PageAnswer.Show(say.In("登録完了", "Registered"), Markup.Of($"""
        <h1>{say.In("登録が完了しました", "Your token is registered")}</h1>
        {Notices.Good(say.In("次回のサインインからコードが必要です。登録に使ったコードは使えません。", "From now on every sign-in needs a code. The codes used here are used up."))}
        <dl><dt>{say.In("トークンID", "Token ID")}</dt><dd class="id" data-is="token">{id}</dd></dl>
        {Fields.Link(SignInPage.Path, say.In("サインインへ", "Sign in"), "primary")}
        """));

    private static PageAnswer Show(PageRequest request, Customer customer, Markup notice, string typed, int status)
    {
        Say say = request.Say;
        string title = Errands.Title(say, Errand.Register);
        if (customer.TokenId is { } id)
        {
            return PageAnswer.Show(title, Markup.Of($"""
                <h1>{title}</h1>{Notices.Info(Markup.Of($"<p>{say.In("すでに登録されています: ", "A token is registered already: ")}<span class=\"id\">{id}</span></p>"))}
                {Fields.Link(SignInPage.PathOf(Errand.Change), Errands.Title(say, Errand.Change))}
                """));
        }

        Markup fields = Markup.Of($"""
            {TokenFields(say, customer, typed)}
            <div class="buttons">{Fields.Submit(say.In("登録する", "Register"))}{Fields.Link("/bank", say.In("キャンセル", "Cancel"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"""
            <h1>{title}</h1><p class="step">{say.In("ステップ2: トークンIDとコード", "Step 2: token ID and code")}</p>{notice}{request.FormTo(Path, fields)}
            """), status);
    }
}
