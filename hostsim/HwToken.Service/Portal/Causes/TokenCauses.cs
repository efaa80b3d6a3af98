using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Causes;

/// <summary>The causes that lie with a token.</summary>
internal static class TokenCauses
{
    /// <returns>Null for an error of another kind.</returns>
    public static Cause? Of(LocalText text, ServiceError error) => error.Code switch
    {
        var code when code == ErrorTable.CodeRefused.Code => new(
            "code-refused",
            text.In("コードが間違っているか、使用済みか、有効期限が切れています。トークンがずれている可能性もあります。", "The code is wrong, used already or expired, or the token is out of step."),
            text.In("表示が消えるまで待ち、新しいコードでもう一度お試しください。それでも受け付けられないときは、トークンをリセットしてください。", "Wait until the display is dark and try one new code. If that is refused too, reset the token.")) { Link = Reset(text) },
        var code when code == ErrorTable.NotConsecutive.Code => new(
            "codes-not-consecutive",
            text.In("2つのコードは、このトークンで続けて表示した、まだ使っていないコードではありません。", "The two codes are not two unused ones of this token, one right after the other."),
            text.In("裏面のIDを確かめ、新しいコードを2つ続けて表示して、表示された順に入力してください。", "Check the ID on the back, make two new codes with none in between, and type them in their order.")) { Link = Reset(text) },
        var code when code == ErrorTable.NotSixDigits.Code || code == ErrorTable.CodesEqual.Code => new(
            "code-mistyped", error.Message(text.Language), text.In("コードは確認していません。失敗としても数えられません。", "The code was not looked at. It does not count as a failure.")),
        var code when code == ErrorTable.UnknownCredential.Code => new(
            "unknown-id",
            text.In("このIDのトークンは登録されていません。", "There is no token with this ID."),
            text.In("トークン裏面の12文字(DP または AVT で始まります)をお確かめください。数字の0と英字のOは間違えやすい文字です。", "Compare it with the 12 characters on the back of the token, which begin with DP or AVT. Zero and the letter O are easily mixed up.")),
        var code when code == ErrorTable.Locked.Code => new(
            "token-locked",
            text.In("コードを10回続けて間違えたため、トークンがロックされています。", "Ten wrong codes in a row have locked the token."),
            text.In("リセットしても解除されません。解除できるのはサービスデスクだけです。受付時間内にお電話ください。", "A reset does not help. Only the service desk can unlock it: call in its hours.")) { CallsDesk = true },
        var code when code == ErrorTable.Suspended.Code => new(
            "token-suspended",
            text.In("トークンは、紛失の届け出により一時停止中です。", "The token is suspended as lost."),
            text.In("トークンが見つかったときは、サービスデスクで再開します。見つからないときは、新しいトークンを発行します。", "If it has been found, the service desk lets it work again. If not, the desk issues a new one.")) { CallsDesk = true },
        var code when code == ErrorTable.Revoked.Code => new(
            "token-revoked",
            text.In("トークンは失効しているため、二度と使えません。", "The token has been revoked and never works again."),
            text.In("サービスデスクに再発行をお申し込みください。", "Ask the service desk for a new one.")) { CallsDesk = true },
        var code when code == ErrorTable.NotEnrolled.Code => new(
            "token-not-enrolled",
            text.In("トークンの利用登録がお済みではありません。", "The token has not been registered yet."),
            text.In("ご利用のサービスで、先にトークンの利用登録をしてください。", "Register it at your service first.")),
        var code when code == ErrorTable.AlreadyEnrolled.Code || code == ErrorTable.WrongState.Code => new(
            "token-taken", error.Message(text.Language), text.In("IDが正しいのに登録できないときは、サービスデスクへお電話ください。", "If the ID is right and the token still cannot be registered, call the service desk.")) { CallsDesk = true },
        var code when code == ErrorTable.OutsideValidity.Code => new(
            "token-expired",
            text.In("トークンは有効期間外です。", "The token is past its last day, or before its first."),
            text.In("サービスデスクに新しいトークンをお申し込みください。", "Ask the service desk for a new one.")) { CallsDesk = true },
        var code when code == ErrorTable.NeedsPair.Code => new(
            "reset-needed",
            text.In("サービスをバックアップから復旧しました。トークンに異常はありません。", "The service was restored from a backup. Nothing is wrong with the token."),
            text.In("ご利用のサービスでパスワードを入力した後の画面か、サービスデスクで、続けて表示した2つの新しいコードを一度だけ入力してください。", "Give two new codes, one right after the other, once: on the page after your password, or at the service desk.")) { CallsDesk = true },
        var code when code == ErrorTable.PublicClosed.Code => new(
            "page-closed",
            text.In("このIDでの入力が続けて受け付けられなかったため、このページを一時的に閉じています。トークンはロックされていません。", "After several refused codes this page is closed for this ID for a while. The token is not locked."),
            text.In("ご利用のサービスには、いつもどおりログインできます。コードが受け付けられないときは、パスワードを入力した後の画面で同期ズレを補正するか、サービスデスクへお電話ください。", "Sign in at your service as usual. If your codes are refused there, correct the drift on the page after your password, or call the service desk.")) { CallsDesk = true },
        _ => null,
    };

    private static (string Path, string Label) Reset(LocalText text) => ("/reset", text.In("トークンのリセットへ", "Reset the token"));
}
