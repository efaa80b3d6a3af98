using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Causes;

/// <summary>Causes as the bank explains them to a customer whose password it has seen: it knows more, and its own pages help.</summary>
internal static class BankCauses
{
    /// <summary>The token is fine, and so is all else.</summary>
    public static Cause Nothing(LocalText text) => new(
        "nothing-wrong",
        text.In("パスワードにもトークンにも問題はありません。", "Nothing is wrong with the password or the token."),
        text.In("入力したワンタイムパスワードは使用済みになりました。新しく表示してログインしてください。", "The one-time password that you typed is used up now. Sign in with a new one.")) { Link = SignIn(text) };

    /// <summary>No token is registered.</summary>
    public static Cause NoToken(LocalText text) => new(
        "no-token",
        text.In("トークンは登録されていません。ユーザーIDとパスワードだけでログインできます。", "No token is registered: user ID and password alone let you in."),
        text.In("ワンタイムパスワードを使うには、先にトークンの利用登録をしてください。", "To use one-time passwords, register a token first.")) { Link = To(text, Errand.Register) };

    /// <summary>All is well so far; only the code is left to look at.</summary>
    public static Cause CodeWanted(LocalText text, string tokenId) => new(
        "code-wanted",
        text.In("ユーザーID、パスワード、契約に問題はありません。", "Nothing is wrong with the user ID, the password or the contract."),
        text.In($"トークンも調べるには、{tokenId} で新しく表示したワンタイムパスワードを入力してください。", $"To have the token looked at too, type a new one-time password of {tokenId}."));

    /// <summary>The bank has seen this code before.</summary>
    public static Cause CodeUsed(LocalText text) => new(
        CauseWords.CodeUsed,
        text.In("このワンタイムパスワードは使用済みです。一度しか使えません。", "This one-time password has been used already. Each works once."),
        text.In("表示が消えるまで待ってからもう一度ボタンを押し、新しいワンタイムパスワードでログインしてください。この確認は失敗として数えられません。", "Wait until the display is dark, press again and sign in with the new one. Asking here did not count as a failure.")) { Link = SignIn(text) };

    /// <summary>A cause that the validation service names, with the bank's own way out where it has one.</summary>
    /// <param name="text">The person's language.</param>
    /// <param name="word">The service's <c>cause</c>.</param>
    /// <param name="next">The service's <c>next</c>.</param>
    public static Cause OfToken(LocalText text, string word, string next) => word switch
    {
        CauseWords.CodeRefused => new Cause(
            word,
            text.In("パスワードは正しく、トークンもロックされていませんが、ワンタイムパスワードが一致しません。", "The password is right and the token is not locked, but the one-time password does not match."),
            text.In(
                "入力の誤りであれば、新しいワンタイムパスワードでログインできます。それでも受け付けられないときは、同期ズレを補正してください。補正もできないときは、別のトークンをお使いの可能性があります。裏面のIDをお確かめください。",
                "If it was mistyped, a new one works. If that is refused too, the token is out of step: correct the drift. If that fails as well, it may be another token: compare the ID on its back."))
        {
            Link = (BankPaths.Drift, text.In("同期ズレを補正する", "Correct the drift")),
        },
        CauseWords.TokenLocked or CauseWords.TokenSuspended or CauseWords.TokenRevoked or CauseWords.TokenTaken or CauseWords.TokenExpired or CauseWords.TokenNotEnrolled =>
            new Cause(word, "", next) { CallsDesk = true },
        _ => new Cause(word, "", next),
    };

    /// <summary>The way to the sign-in.</summary>
    public static (string Path, string Label) SignIn(LocalText text) => To(text, Errand.SignIn);

    private static (string Path, string Label) To(LocalText text, Errand errand) => (Errands.SignInPath(errand), Errands.Title(text, errand));
}
