using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Step 1 of everything: user ID and password.</summary>
internal static class SignInPage
{
    public const string Path = "/bank/sign-in";

    public static string PathOf(Errand errand) => errand == Errand.SignIn ? Path : $"{Path}?for={Errands.Word(errand)}";

    public static Task<PageAnswer> GetAsync(PageRequest request) =>
        Task.FromResult(Show(request, Errands.Read(request.Query("for")), Markup.None, StatusCodes.Status200OK));

    public static Task<PageAnswer> PostAsync(PageRequest request)
    {
        Errand errand = Errands.Read(request.Field("for"));
        (Customer? customer, ServiceError? error) = Identify(request);
        if (customer is null || error is not null)
        {
            ServiceError told = error ?? ErrorTable.SignInWrong;
            return Task.FromResult(Show(request, errand, Notices.Error(request.Say, told), told.HttpStatus));
        }

        bool isIn = errand == Errand.SignIn && customer.TokenId is null;
        request.The<Sessions<BankSession>>().Begin(request.Context, new BankSession(customer.Id, errand, isIn));
        return Task.FromResult(PageAnswer.Go(isIn ? AccountPage.Path : Errands.Path(errand)));
    }

    /// <summary>The customer behind a user ID and a password, and what keeps the customer out all the same.</summary>
    public static (Customer? Customer, ServiceError? Error) Identify(PageRequest request)
    {
        CustomerBook book = request.The<CustomerBook>();
        (PasswordVerdict verdict, Customer? customer) = book.Check(request.Field("user").Trim(), request.Field("password"));
        return verdict switch
        {
            PasswordVerdict.Locked => (null, ErrorTable.PasswordLocked),
            PasswordVerdict.Wrong => (null, ErrorTable.SignInWrong),
            _ when customer!.ContractEnds < book.Now => (customer, ErrorTable.ContractExpired),
            _ when customer.IsReportedLost => (customer, ErrorTable.Suspended),
            _ => (customer, null),
        };
    }

    /// <summary>The two fields.</summary>
    public static Markup Credentials(Say say) => Markup.Of($"""
        {Fields.Text("user", say.In("ユーザーID(契約ID)", "User ID (contract ID)"), autocomplete: "username", focus: true)}
        {Fields.Password("password", say.In("パスワード", "Password"))}
        """);

    private static PageAnswer Show(PageRequest request, Errand errand, Markup notice, int status)
    {
        Say say = request.Say;
        string title = Errands.Title(say, errand);
        Markup fields = Markup.Of($"""
            <input type="hidden" name="for" value="{Errands.Word(errand)}">{Credentials(say)}
            <div class="buttons">{Fields.Submit(say.In("次へ", "Next"))}{Fields.Link("/bank", say.In("キャンセル", "Cancel"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"""
            <h1>{title}</h1><p class="step">{say.In("ステップ1: ユーザーIDとパスワード", "Step 1: user ID and password")}</p>{notice}{request.FormTo(Path, fields)}
            """), status);
    }
}
