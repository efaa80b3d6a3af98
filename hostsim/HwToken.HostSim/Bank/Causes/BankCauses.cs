using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Causes;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Causes;

/// <summary>Causes as the bank tells them to a customer whose password it has seen: it knows more, and its own pages help.</summary>
internal static class BankCauses
{
    /// <summary>The token is fine, and so is all else.</summary>
    public static Cause Nothing(Say say) => new(
        "nothing-wrong",
        say.In("パスワードもトークンも正常です。", "Password and token are in order."),
        say.In("今のコードは使用済みになりました。新しいコードでサインインしてください。", "The code that you typed is used up now. Sign in with a new one.")) { Link = SignIn(say) };

    /// <summary>No token is registered.</summary>
    public static Cause NoToken(Say say) => new(
        "no-token",
        say.In("トークンは登録されていません。ユーザーIDとパスワードだけでサインインできます。", "No token is registered: user ID and password alone let you in."),
        say.In("コードを使うには、先にトークンを利用登録してください。", "To use codes, register a token first.")) { Link = Errand(say, Visits.Errand.Register) };

    /// <summary>All is well so far; only the code is left to look at.</summary>
    public static Cause CodeWanted(Say say, string tokenId) => new(
        "code-wanted",
        say.In("ユーザーID、パスワード、契約に問題はありません。", "User ID, password and contract are in order."),
        say.In($"トークンも調べるには、{tokenId} の新しいコードを入力してください。", $"To look at the token too, type a new code of {tokenId}."));

    /// <summary>The bank has seen this code before.</summary>
    public static Cause CodeUsed(Say say) => new(
        "code-used",
        say.In("このコードは使用済みです。コードは1回しか使えません。", "This code has been used already. A code works once."),
        say.In("表示が消えるまで待ち、もう一度ボタンを押して、新しいコードでサインインしてください。この確認は失敗に数えません。", "Wait until the display is dark, press again and sign in with the new code. Asking counted as no failure.")) { Link = SignIn(say) };

    /// <summary>The customer has reported the token as lost.</summary>
    public static Cause ReportedLost(Say say) => new(
        "reported-lost",
        say.In("紛失・盗難の届けが出ているため、サインインを停止しています。", "The token is reported lost or stolen: the sign-in is blocked."),
        say.In("見つかった場合は届けを取り消します。見つからない場合は再発行し、新しいトークンを利用登録していただきます。", "If it has been found, the desk withdraws the report; if not, it reissues and you register the new token.")) { CallsDesk = true };

    /// <summary>An error, with the bank's own way out where it has one.</summary>
    public static Cause Of(Say say, ServiceError error)
    {
        Cause cause = CauseTable.Of(say, error);
        return cause.Word switch
        {
            "sign-in-wrong" or "password-expired" => cause with { Link = SignIn(say) },
            "token-not-enrolled" => cause with { CallsDesk = true },
            "code-refused" => cause with
            {
                What = say.In("パスワードは正しく、トークンもロックされていませんが、コードが合いません。", "The password is right and the token is not locked, but the code does not fit."),
                Next = say.In(
                    "読み違いなら新しいコードで通ります。それでもだめならトークンがずれています。連続した2つのコードで補正してください。補正もできないときは別のトークンです。裏面のIDを確かめてください。",
                    "If it was mistyped, a new code works. If that fails too, the token is out of step: correct it with two codes in a row. If that fails as well, it is another token: compare the ID on its back."),
                Link = (BankPaths.Drift, say.In("ずれを補正する", "Correct the drift")),
            },
            _ => cause,
        };
    }

    private static (string Path, string Label) SignIn(Say say) => Errand(say, Visits.Errand.SignIn);

    private static (string Path, string Label) Errand(Say say, Errand errand) => (Errands.SignInPath(errand), Errands.Title(say, errand));
}
