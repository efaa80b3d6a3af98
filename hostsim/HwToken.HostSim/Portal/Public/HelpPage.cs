using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Portal.Public;

/// <summary>What is wrong: by the error code that a person saw, or by the list of causes.</summary>
internal static class HelpPage
{
    public static Task<PageAnswer> GetAsync(PageRequest request)
    {
        Say say = request.Say;
        string code = request.Query("code").Trim();
        ServiceError? error = ErrorTable.All.FirstOrDefault(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
        Markup found = code.Length == 0 ? Markup.None : error is null
            ? Notices.Bad(say.In("このエラーコードは一覧にありません。画面の表示どおりに入力してください。", "This error code is not in the list. Type it as the page showed it."))
            : Cause(say, error);
        Markup bank = request.The<PortalParts>().HasBank
            ? Markup.Of($"<p>{say.In("みほん銀行をご利用の方は、ユーザーIDとパスワードで原因を確認できます。", "Customers of Sample Bank can find their own cause with user ID and password.")}</p>{Fields.Link("/bank/why", say.In("自分の原因を調べる", "Find my cause"), "primary")}")
            : Markup.None;
        Markup body = Markup.Of($"""
            <h1>{say.In("お困りのとき", "What is wrong?")}</h1>{found}
            <form method="get" action="/help">{Fields.Text("code", say.In("画面に表示されたエラーコード", "Error code that you saw"), code, say.In("例: RMCFXLGN001028E", "Such as RMCFXLGN001028E"))}
            <div class="buttons">{Fields.Submit(say.In("調べる", "Look up"))}</div></form>
            {bank}
            <h2>{say.In("サインインできない主な原因", "Why people cannot sign in")}</h2>
            <dl class="causes">
            {Entry(say.In("アドレスが違う", "Wrong address"), say.In("いつも使うサービスのアドレスか確認してください。このページのアドレスではサービスにサインインできません。", "Check that it is your service's own address. You cannot sign in to it on this page."))}
            {Entry(say.In("ID・パスワード・コードの誤り", "Wrong ID, password or code"), say.In("RMCFXLG001001E はIDかパスワード、RMCFXLGN001028E はコードの誤りです。新しいコードで入力し直してください。", "RMCFXLG001001E means the ID or the password, RMCFXLGN001028E the code. Try again with a new code."))}
            {Entry(say.In("トークンがずれている", "Token out of step"), say.In("使わずにコードを何度も表示した、または長期間使わなかった場合です。トークンのリセットを行ってください。", "You made many codes without using them, or did not use it for long: reset the token."))}
            {Entry(say.In("トークンがロックされている", "Token locked"), say.In("10回続けて誤るとロックされます。解除は営業時間内にサービスデスクだけが行えます。", "Ten failures in a row lock it. Only the service desk can unlock it, in business hours."))}
            {Entry(say.In("契約が切れている", "Contract expired"), say.In("窓口にお電話ください。", "Call the service desk."))}
            </dl>
            """);
        return Task.FromResult(PageAnswer.Show(say.In("お困りのとき", "What is wrong?"), body));
    }

    private static Markup Cause(Say say, ServiceError error) => Markup.Of($"""
        <div class="notice info" role="status" data-is="cause"><p class="what">{error.Message(say.Language)}</p><p class="id">{error.Code}</p>
        {Next(say, error)}</div>
        """);

    private static Markup Next(Say say, ServiceError error) => error.Code switch
    {
        _ when error == ErrorTable.CodeRefused || error == ErrorTable.NotConsecutive => Markup.Of($"<p>{Fields.Link(ResetPage.Path, say.In("トークンのリセットへ", "Reset the token"))}</p>"),
        _ when error == ErrorTable.Locked || error == ErrorTable.Suspended || error == ErrorTable.Revoked || error == ErrorTable.PasswordLocked || error == ErrorTable.ContractExpired
            => Markup.Of($"<p>{say.In("サービスデスク(平日 9:00-17:00)にお電話ください。", "Call the service desk (weekdays 9:00 to 17:00).")}</p>"),
        _ => Markup.None,
    };

    private static Markup Entry(string title, string text) => Markup.Of($"<dt>{title}</dt><dd>{text}</dd>");
}
