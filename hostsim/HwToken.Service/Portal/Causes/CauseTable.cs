using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Causes;

/// <summary>What each error means for a person. Knows no service: what a service knows about its customer it tells itself.</summary>
internal static class CauseTable
{
    /// <summary>Only the service desk can help whoever meets this error.</summary>
    public static bool CallsDesk(string code) => ErrorTable.All.FirstOrDefault(error => error.Code == code) is { } known && Of(new LocalText("en"), known).CallsDesk;

    public static Cause Of(LocalText text, ServiceError error) => TokenCauses.Of(text, error) ?? error.Code switch
    {
        var code when code == ErrorTable.SignInWrong.Code => new(
            "sign-in-wrong",
            text.In("ユーザーIDかパスワードが違います。", "The user ID or the password is wrong."),
            text.In("大文字・小文字や数字に注意して、もう一度入力してください。続けて誤ると、パスワードがロックされます。", "Check capitals and digits, and type both again. Several wrong ones in a row lock the password.")),
        var code when code == ErrorTable.PasswordLocked.Code => new(
            "password-locked",
            text.In("パスワードを続けて誤ったため、ロックされています。", "Too many wrong passwords in a row have locked the password."),
            text.In("サービスデスクでロックを解除すると、同じパスワードでログインできます。", "When the service desk has lifted the lock, the same password works again.")) { CallsDesk = true },
        var code when code == ErrorTable.PasswordExpired.Code => new(
            "password-expired",
            text.In("パスワードを設定してから90日を過ぎています。", "The password is older than 90 days."),
            text.In("いつもどおりログインすると、新しいパスワードを設定する画面が表示されます。", "Sign in as usual: the page for a new password opens.")),
        var code when code == ErrorTable.ContractExpired.Code => new(
            "contract-expired",
            text.In("ご契約が終了しています。", "The contract has ended."),
            text.In("契約を更新すると、これまでのパスワードとトークンでログインできます。", "Once it is renewed, the same password and token let you in.")) { CallsDesk = true },
        var code when code == ErrorTable.TooMany.Code || code == ErrorTable.Unavailable.Code => new(
            "service-busy",
            text.In("サービスが混み合っているか、一時的に利用できません。トークンに問題はありません。", "The service is busy or cannot answer. Nothing is wrong with the token."),
            text.In("しばらくしてから、もう一度お試しください。", "Wait a moment and try again.")),
        _ => new(
            "for-operators",
            error.Message(text.Language),
            text.In("システム管理者向けのエラーコードです。画面の内容を控えて、ご利用のサービスへお知らせください。", "This code is meant for administrators. Note what the page shows and tell the service that you use.")),
    };
}
