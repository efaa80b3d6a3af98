using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Signed in.</summary>
internal static class AccountPage
{
    public const string Path = "/bank/account";

    public static Task<PageAnswer> GetAsync(PageRequest request, BankSession session, Customer customer)
    {
        Say say = request.Say;
        if (PasswordPage.IsDue(customer, request.The<CustomerBook>().Now))
        {
            return Task.FromResult(PageAnswer.Go(PasswordPage.Path));
        }

        Markup token = customer.TokenId is { } id
            ? Markup.Of($"<dd class=\"id\" data-is=\"token\">{id}</dd>")
            : Markup.Of($"<dd>{say.In("なし(パスワードのみ)", "none (password alone)")} <a href=\"{SignInPage.PathOf(Errand.Register)}\">{say.In("登録する", "Register one")}</a></dd>");
        Markup body = Markup.Of($"""
            <h1>{say.In("サインインしました", "You are signed in")}</h1>
            {(request.Query("from") == "password" ? Notices.Good(say.In("パスワードを変更しました。", "The password is changed.")) : Markup.None)}
            <dl class="facts"><dt>{say.In("ユーザーID", "User ID")}</dt><dd class="id" data-is="user">{customer.Id}</dd>
            <dt>{say.In("トークン", "Token")}</dt>{token}
            <dt>{say.In("残高(架空)", "Balance (made up)")}</dt><dd>{say.In("1,234,567円", "1,234,567 yen")}</dd>
            <dt>{say.In("パスワードの期限", "Password valid until")}</dt><dd>{DeskWords.Time(customer.PasswordSetAt + PasswordRules.Lifetime)}</dd></dl>
            <div class="buttons">{Fields.Link(PasswordPage.Path, say.In("パスワードの変更", "Change the password"))}
            {request.FormTo("/bank/sign-out", Fields.Submit(say.In("サインアウト", "Sign out"), "plain"))}</div>
            """);
        return Task.FromResult(PageAnswer.Show(say.In("口座", "Account"), body));
    }
}
