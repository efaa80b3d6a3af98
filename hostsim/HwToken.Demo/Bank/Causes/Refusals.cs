using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Causes;

/// <summary>The bank's own refusals, in the person's language.</summary>
internal static class Refusals
{
    /// <summary>Code of a code that is wrong, used or expired, in the validation service's table.</summary>
    private const string CodeRefusedCode = "RMCFXLGN001028E";

    /// <summary>What the bank itself keeps somebody out for.</summary>
    public static Refusal Of(LocalText text, Obstacle obstacle) => obstacle switch
    {
        Obstacle.PasswordLocked => new(
            "RMCFXLG001002E",
            text.In("パスワードがロックされています。サービスデスクへお問い合わせください。", "The password is locked. Call the service desk."),
            StatusCodes.Status403Forbidden,
            new Cause(
                CauseWords.PasswordLocked,
                text.In("パスワードを続けて誤ったため、ロックされています。", "Too many wrong passwords in a row have locked the password."),
                text.In("サービスデスクでロックを解除すると、同じパスワードでログインできます。", "When the service desk has lifted the lock, the same password works again.")) { CallsDesk = true }),
        Obstacle.PasswordExpired => new(
            "RMCFXLG001003E",
            text.In("パスワードの有効期限が切れています。新しいパスワードを設定してください。", "The password has expired. Set a new one."),
            StatusCodes.Status403Forbidden,
            new Cause(
                CauseWords.PasswordExpired,
                text.In("パスワードを設定してから90日を過ぎています。", "The password is older than 90 days."),
                text.In("いつもどおりログインすると、新しいパスワードを設定する画面が表示されます。", "Sign in as usual: the page for a new password opens.")) { Link = BankCauses.SignIn(text) }),
        Obstacle.ContractExpired => new(
            "RMCFXLG001004E",
            text.In("ご契約が終了しています。サービスデスクへお問い合わせください。", "The contract has ended. Call the service desk."),
            StatusCodes.Status403Forbidden,
            new Cause(
                CauseWords.ContractExpired,
                text.In("ご契約が終了しています。", "The contract has ended."),
                text.In("契約を更新すると、これまでのパスワードとトークンでログインできます。", "Once it is renewed, the same password and token let you in.")) { CallsDesk = true }),
        Obstacle.ReportedLost => new(
            "RMCFXLGN001030E",
            text.In("このトークンは紛失として一時停止中です。見つかった場合はサービスデスクにご連絡ください。", "This token is suspended as lost. If it has been found, call the service desk."),
            StatusCodes.Status403Forbidden,
            new Cause(
                CauseWords.ReportedLost,
                text.In("紛失・盗難の届け出を受けているため、ログインを停止しています。", "The token is reported lost or stolen: the sign-in is blocked."),
                text.In("トークンが見つかったときは、サービスデスクで届け出を取り消します。見つからないときは、新しいトークンを発行します。", "If it has been found, the desk withdraws the report. If not, it issues a new token.")) { CallsDesk = true }),
        _ => new(
            "RMCFXLG001001E",
            text.In("ユーザーIDまたはパスワードが正しくありません。", "The user ID or the password is wrong."),
            StatusCodes.Status401Unauthorized,
            new Cause(
                CauseWords.SignInWrong,
                text.In("ユーザーIDかパスワードが違います。", "The user ID or the password is wrong."),
                text.In("大文字・小文字や数字に注意して、もう一度入力してください。続けて誤ると、パスワードがロックされます。", "Check capitals and digits, and type both again. Several wrong ones in a row lock the password.")) { Link = BankCauses.SignIn(text) }),
    };

    /// <summary>The bank has seen this code accepted before.</summary>
    public static Refusal CodeUsed(LocalText text) => new(
        CodeRefusedCode,
        text.In("このワンタイムパスワードは使用済みです。一度しか使えません。", "This one-time password has been used already. Each works once."),
        StatusCodes.Status422UnprocessableEntity,
        BankCauses.CodeUsed(text));

    /// <summary>What was typed can be no token's ID.</summary>
    public static Refusal NoSuchToken(LocalText text) => new(
        "49b6",
        text.In("このトークンIDは登録されていません。トークン裏面の12文字をご確認ください。", "There is no token with this ID. Check the 12 characters on its back."),
        StatusCodes.Status404NotFound,
        new Cause(CauseWords.UnknownId, "", text.In("裏面の12文字をお確かめください。数字の0と英字のOは間違えやすい文字です。", "Compare the 12 characters on the back. Mind zero and the letter O.")));

    /// <summary>Another customer has this token.</summary>
    public static Refusal TokenTaken(LocalText text) => new(
        "RMCFXLGN001033E",
        text.In("このトークンはすでに登録されています。裏面のトークンIDをご確認ください。", "This token is registered already. Check the ID on its back."),
        StatusCodes.Status409Conflict,
        new Cause(CauseWords.TokenTaken, "", text.In("IDが正しいのに登録できないときは、サービスデスクへお電話ください。", "If the ID is right and the token still cannot be registered, call the service desk.")) { CallsDesk = true });

    /// <summary>The validation service gives no answer that can be understood.</summary>
    public static Refusal NoAnswer(LocalText text) => new(
        "RMCFXAPI001005E",
        text.In("ただいま処理できません。しばらくしてから、もう一度お試しください。", "The service cannot answer now. Try again in a moment."),
        StatusCodes.Status503ServiceUnavailable,
        new Cause(CauseWords.ServiceBusy, "", text.In("トークンに問題はありません。しばらくしてから、もう一度お試しください。", "Nothing is wrong with the token. Wait a moment and try again.")));
}
