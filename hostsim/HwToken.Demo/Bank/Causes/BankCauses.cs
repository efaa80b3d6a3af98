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
        text.In("パスワードもトークンも正常です。", "Password and token are in order."),
        text.In("今のコードは使用済みになりました。新しいコードでサインインしてください。", "The code that you typed is used up now. Sign in with a new one.")) { Link = SignIn(text) };

    /// <summary>No token is registered.</summary>
    public static Cause NoToken(LocalText text) => new(
        "no-token",
        text.In("トークンは登録されていません。ユーザーIDとパスワードだけでサインインできます。", "No token is registered: user ID and password alone let you in."),
        text.In("コードを使うには、先にトークンを利用登録してください。", "To use codes, register a token first.")) { Link = To(text, Errand.Register) };

    /// <summary>All is well so far; only the code is left to look at.</summary>
    public static Cause CodeWanted(LocalText text, string tokenId) => new(
        "code-wanted",
        text.In("ユーザーID、パスワード、契約に問題はありません。", "User ID, password and contract are in order."),
        text.In($"トークンも調べるには、{tokenId} の新しいコードを入力してください。", $"To look at the token too, type a new code of {tokenId}."));

    /// <summary>The bank has seen this code before.</summary>
    public static Cause CodeUsed(LocalText text) => new(
        CauseWords.CodeUsed,
        text.In("このコードは使用済みです。コードは1回しか使えません。", "This code has been used already. A code works once."),
        text.In("表示が消えるまで待ち、もう一度ボタンを押して、新しいコードでサインインしてください。この確認は失敗に数えません。", "Wait until the display is dark, press again and sign in with the new code. Asking counted as no failure.")) { Link = SignIn(text) };

    /// <summary>A cause that the validation service names, with the bank's own way out where it has one.</summary>
    /// <param name="text">The person's language.</param>
    /// <param name="word">The service's <c>cause</c>.</param>
    /// <param name="next">The service's <c>next</c>.</param>
    public static Cause OfToken(LocalText text, string word, string next) => word switch
    {
        CauseWords.CodeRefused => new Cause(
            word,
            text.In("パスワードは正しく、トークンもロックされていませんが、コードが合いません。", "The password is right and the token is not locked, but the code does not fit."),
            text.In(
                "読み違いなら新しいコードで通ります。それでもだめならトークンがずれています。連続した2つのコードで補正してください。補正もできないときは別のトークンです。裏面のIDを確かめてください。",
                "If it was mistyped, a new code works. If that fails too, the token is out of step: correct it with two codes in a row. If that fails as well, it is another token: compare the ID on its back."))
        {
            Link = (BankPaths.Drift, text.In("ずれを補正する", "Correct the drift")),
        },
        CauseWords.TokenLocked or CauseWords.TokenSuspended or CauseWords.TokenRevoked or CauseWords.TokenTaken or CauseWords.TokenExpired or CauseWords.TokenNotEnrolled =>
            new Cause(word, "", next) { CallsDesk = true },
        _ => new Cause(word, "", next),
    };

    /// <summary>The way to the sign-in.</summary>
    public static (string Path, string Label) SignIn(LocalText text) => To(text, Errand.SignIn);

    private static (string Path, string Label) To(LocalText text, Errand errand) => (Errands.SignInPath(errand), Errands.Title(text, errand));
}
