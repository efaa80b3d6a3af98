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
            text.In("コードが誤っているか、使用済みか、期限切れです。またはトークンがずれています。", "The code is wrong, used already or expired, or the token is out of step."),
            text.In("表示が消えてから新しいコードで1回お試しください。それでもだめなら、連続した2つのコードでリセットします。", "Wait until the display is dark and try one new code. If that fails too, two codes in a row bring the token back into step.")) { Link = Reset(text) },
        var code when code == ErrorTable.NotConsecutive.Code => new(
            "codes-not-consecutive",
            text.In("2つのコードが、このトークンの連続した未使用のコードではありません。", "The two codes are not two unused ones of this token, one right after the other."),
            text.In("裏面のIDを確かめ、新しいコードを2つ続けて表示して順に入力してください。", "Check the ID on the back, make two new codes without one in between, and type them in their order.")) { Link = Reset(text) },
        var code when code == ErrorTable.NotSixDigits.Code || code == ErrorTable.CodesEqual.Code => new(
            "code-mistyped", error.Message(text.Language), text.In("コードは照合されておらず、失敗には数えません。", "The code was not looked at and counts as no failure.")),
        var code when code == ErrorTable.UnknownCredential.Code => new(
            "unknown-id",
            text.In("このIDのトークンは登録されていません。", "There is no token with this ID."),
            text.In("裏面の12文字(DP または AVT で始まる)を確かめてください。数字の0と英字のOにご注意ください。", "Compare the 12 characters on the back; they begin with DP or AVT. Mind zero and the letter O.")),
        var code when code == ErrorTable.Locked.Code => new(
            "token-locked",
            text.In("コードを10回続けて誤ったため、トークンがロックされています。", "Ten wrong codes in a row have locked the token."),
            text.In("リセットでは解除されません。解除はサービスデスクだけが営業時間内に行えます。", "A reset does not help. Only the service desk can unlock it, in business hours.")) { CallsDesk = true },
        var code when code == ErrorTable.Suspended.Code => new(
            "token-suspended",
            text.In("トークンは紛失として一時停止されています。", "The token is suspended as lost."),
            text.In("見つかった場合は、サービスデスクが再開します。見つからない場合は、新しいトークンを発行します。", "If it has been found, the desk resumes it; if not, the desk issues a new one.")) { CallsDesk = true },
        var code when code == ErrorTable.Revoked.Code => new(
            "token-revoked",
            text.In("トークンは失効しています。二度と使えません。", "The token has been revoked and never works again."),
            text.In("再発行を申し込み、新しいトークンを利用登録してください。", "Ask for a reissue, then register the new token.")) { CallsDesk = true },
        var code when code == ErrorTable.NotEnrolled.Code => new(
            "token-not-enrolled",
            text.In("トークンはまだ利用登録されていません。", "The token has not been registered yet."),
            text.In("ご利用のサービスで、先に利用登録を行ってください。", "Register it at your service first.")),
        var code when code == ErrorTable.AlreadyEnrolled.Code || code == ErrorTable.WrongState.Code => new(
            "token-taken", error.Message(text.Language), text.In("IDが正しいのに登録できないときは、お電話ください。", "If the ID is right and it cannot be registered, call.")) { CallsDesk = true },
        var code when code == ErrorTable.OutsideValidity.Code => new(
            "token-expired",
            text.In("トークンの有効期間が過ぎているか、まだ始まっていません。", "The token is past its last day, or before its first."),
            text.In("新しいトークンをお申し込みください。", "Ask for a new one.")) { CallsDesk = true },
        var code when code == ErrorTable.NeedsPair.Code => new(
            "reset-needed",
            text.In("サービスがバックアップから復旧されました。トークンに異常はありません。", "The service was restored from a backup. Nothing is wrong with the token."),
            text.In("サインイン後の画面かサービスデスクで、連続した2つの新しいコードを一度だけ入力してください。", "Give two new codes, one right after the other, once: on the page after your password, or at the service desk.")) { CallsDesk = true },
        var code when code == ErrorTable.PublicClosed.Code => new(
            "page-closed",
            text.In("このIDについて、このページを一時的に閉じています。トークンはロックされていません。", "This page is closed for this ID for a while. The token is not locked."),
            text.In("ご利用のサービスにいつもどおりサインインするか、そこでリセットしてください。サービスデスクでも承ります。", "Sign in at your service as usual, or reset the token there; the service desk helps too.")) { CallsDesk = true },
        _ => null,
    };

    private static (string Path, string Label) Reset(LocalText text) => ("/reset", text.In("トークンのリセットへ", "Reset the token"));
}
