using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Tells a person which cause applies. It knows more than a public page may say, so it asks for the password.</summary>
internal static class WhyPage
{
    public const string Path = "/bank/why";

    public static Task<PageAnswer> GetAsync(PageRequest request) => Task.FromResult(Show(request, Markup.None, StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request)
    {
        Say say = request.Say;
        (Customer? customer, ServiceError? error) = SignInPage.Identify(request);
        if (error is null && customer is not null)
        {
            error = PasswordRules.IsExpired(customer, request.The<CustomerBook>().Now) ? ErrorTable.PasswordExpired : await AskAsync(request, customer).ConfigureAwait(false);
        }

        return error is null
            ? Show(request, Notices.Good(say.In("問題は見つかりませんでした。新しいコードでサインインしてください。", "Nothing is wrong. Sign in with a new code.")), StatusCodes.Status200OK)
            : Show(request, Markup.Of($"{Notices.Error(say, error)}{Advice(say, error)}"), StatusCodes.Status200OK);
    }

    private static async Task<ServiceError?> AskAsync(PageRequest request, Customer customer) => customer.TokenId is not { } id
        ? null
        : (await request.The<ValidationClient>().ValidateAsync(id, request.Field("code"), request.Cancel).ConfigureAwait(false)).Error;

    private static Markup Advice(Say say, ServiceError error) => error == ErrorTable.CodeRefused
        ? Notices.Info(Markup.Of($"""
            <p>{say.In("パスワードは正しく、トークンもロックされていません。新しいコードでもう一度試し、だめならずれを補正してください。", "The password is right and the token is not locked. Try once more with a new code; if that fails too, correct the drift.")}</p>
            <p>{Fields.Link("/reset", say.In("トークンのリセットへ", "Reset the token"))}</p>
            """))
        : Markup.None;

    private static PageAnswer Show(PageRequest request, Markup notice, int status)
    {
        Say say = request.Say;
        string title = say.In("サインインできない原因を調べる", "Why can I not sign in?");
        Markup fields = Markup.Of($"""
            {SignInPage.Credentials(say)}{Fields.Code(say, "code", say.In("トークンの新しいコード(未登録なら空欄)", "A new code of the token (empty without one)"), required: false)}
            <div class="buttons">{Fields.Submit(say.In("調べる", "Find out"))}{Fields.Link("/bank", say.In("戻る", "Back"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"<h1>{title}</h1>{notice}{request.FormTo(Path, fields)}"), status);
    }
}
