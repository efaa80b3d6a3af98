using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Accounts;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Password change: forced at the first sign-in and after 90 days, allowed at any time.</summary>
internal static class PasswordPage
{
    public const string Path = "/bank/password";

    public static bool IsDue(Customer customer, DateTimeOffset now) => customer.PasswordSetAt is null || PasswordRules.IsExpired(customer, now);

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer) => Task.FromResult(Show(request, customer, Markup.None, StatusCodes.Status200OK));

    public static Task<PageAnswer> PostAsync(PageRequest request, BankSession session, Customer customer)
    {
        Say say = request.Say;
        if (!PasswordHash.Fits(request.Field("password"), customer.PasswordHash))
        {
            return Task.FromResult(Show(request, customer, Notices.Error(say, ErrorTable.SignInWrong), ErrorTable.SignInWrong.HttpStatus));
        }

        if (PasswordRules.Problem(say, customer, request.Field("new1"), request.Field("new2")) is { } problem)
        {
            return Task.FromResult(Show(request, customer, Notices.Bad(problem), StatusCodes.Status400BadRequest));
        }

        request.The<CustomerBook>().SetPassword(customer.Id, request.Field("new1"));
        request.The<Sessions<BankSession>>().Begin(request.Context, session);
        return Task.FromResult(PageAnswer.Go(AccountPage.Path + "?from=password"));
    }

    private static PageAnswer Show(PageRequest request, Customer customer, Markup notice, int status)
    {
        Say say = request.Say;
        string title = say.In("パスワードの変更", "Change the password");
        Markup why = customer.PasswordSetAt is null
            ? Notices.Info(Markup.Of($"<p>{say.In("はじめてのサインインです。初期パスワードを変更してください。", "This is your first sign-in: change the initial password.")}</p>"))
            : PasswordRules.IsExpired(customer, request.The<CustomerBook>().Now) ? Notices.Error(say, ErrorTable.PasswordExpired) : Markup.None;
        Markup fields = Markup.Of($"""
            {Fields.Password("password", say.In("現在のパスワード", "Present password"))}
            {Fields.Password("new1", say.In("新しいパスワード", "New password"), "new-password", say.In("8〜16文字、英字と数字を混ぜる。大文字と小文字は区別。ユーザーIDと直近2回のパスワードは不可", "8 to 16 letters and digits, mixed; case matters; not the user ID, not one of the last two"))}
            {Fields.Password("new2", say.In("新しいパスワード(確認)", "New password again"), "new-password")}
            <div class="buttons">{Fields.Submit(say.In("変更する", "Change"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"<h1>{title}</h1>{why}{notice}{request.FormTo(Path, fields)}"), status);
    }
}
