using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Causes;

/// <summary>What each error means for a person. Knows no service: what a service knows about its customer it tells itself.</summary>
internal static class CauseTable
{
    public static Cause Of(LocalText text, ServiceError error) => TokenCauses.Of(text, error) ?? error.Code switch
    {
        var code when code == ErrorTable.SignInWrong.Code => new(
            "sign-in-wrong",
            text.In("ユーザーIDかパスワードが違います。", "The user ID or the password is wrong."),
            text.In("大文字と小文字、数字を確かめて入力し直してください。続けて誤るとパスワードがロックされます。", "Check capitals and digits and type both anew. Several wrong ones in a row lock the password.")),
        var code when code == ErrorTable.PasswordLocked.Code => new(
            "password-locked",
            text.In("パスワードを続けて誤ったため、ロックされています。", "Too many wrong passwords in a row have locked the password."),
            text.In("サービスデスクがロックを解除すると、同じパスワードでサインインできます。", "The service desk lifts the lock; then the same password works again.")) { CallsDesk = true },
        var code when code == ErrorTable.PasswordExpired.Code => new(
            "password-expired",
            text.In("パスワードを設定してから90日を過ぎています。", "The password is older than 90 days."),
            text.In("いつもどおりサインインすると、新しいパスワードを設定する画面が開きます。", "Sign in as usual: the page for a new password opens by itself.")),
        var code when code == ErrorTable.ContractExpired.Code => new(
            "contract-expired",
            text.In("ご契約の期限が切れています。", "The contract has expired."),
            text.In("更新すると、同じパスワードとトークンでサインインできます。", "Once it is renewed, the same password and token let you in.")) { CallsDesk = true },
        var code when code == ErrorTable.TooMany.Code || code == ErrorTable.Unavailable.Code => new(
            "service-busy",
            text.In("サービスが混み合っているか、応答できません。トークンに問題はありません。", "The service is busy or cannot answer. Nothing is wrong with the token."),
            text.In("しばらく待ってから、もう一度お試しください。", "Wait a moment and try again.")),
        _ => new(
            "for-operators",
            error.Message(text.Language),
            text.In("この番号は運用担当者向けです。画面の表示を控えて、ご利用のサービスにお伝えください。", "This code is for operators: tell it to the service that you use.")),
    };
}
