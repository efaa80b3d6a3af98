using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>The demonstration service's front page.</summary>
internal static class BankHome
{
    public static Task<PageAnswer> GetAsync(PageRequest request)
    {
        Say say = request.Say;
        Markup body = Markup.Of($"""
            <h1>{say.In("みほん銀行へようこそ", "Welcome to Sample Bank")}</h1>
            <p>{say.In("トークンを使うサービスの見本です。ここのお金もお客様も架空です。", "A model of a service that uses tokens. Its money and its customers are made up.")}</p>
            <ul class="cards">
            {Card(SignInPage.PathOf(Errand.SignIn), Errands.Title(say, Errand.SignIn), say.In("ユーザーIDとパスワード、次にコード", "User ID and password, then a code"))}
            {Card(SignInPage.PathOf(Errand.Register), Errands.Title(say, Errand.Register), say.In("はじめてトークンを使う", "Use a token for the first time"))}
            {Card(SignInPage.PathOf(Errand.Change), Errands.Title(say, Errand.Change), say.In("新しいトークンに切り替える", "Switch to a new token"))}
            {Card(SignInPage.PathOf(Errand.Stop), Errands.Title(say, Errand.Stop), say.In("パスワードだけに戻す", "Go back to the password alone"))}
            {Card(LostPage.Path, say.In("紛失・盗難", "Lost or stolen"), say.In("すぐにご連絡ください", "Tell us at once"))}
            {Card(WhyPage.Path, say.In("サインインできない", "I cannot sign in"), say.In("原因を調べます", "Find out why"))}
            </ul>
            """);
        return Task.FromResult(PageAnswer.Show(say.In("ホーム", "Home"), body));
    }

    private static Markup Card(string path, string title, string text) => Markup.Of($"""<li><a class="card" href="{path}"><strong>{title}</strong><span>{text}</span></a></li>""");
}
