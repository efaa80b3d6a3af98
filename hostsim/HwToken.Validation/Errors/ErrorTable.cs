using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Errors;

/// <summary>The one table of errors. Codes never change their meaning.</summary>
public static class ErrorTable
{
    /// <summary>Not 6 to 8 digits, or not as many as the token shows.</summary>
    public static readonly ServiceError NotSixDigits = new(
        "49b5", "セキュリティコードは6桁（トークンによっては7桁または8桁）の数字です。トークンに表示された数字を、先頭の0も含めてすべて入力してください。",
        "The security code has six digits (some tokens show seven or eight). Type all that the token shows, leading zeros too.", 400);

    /// <summary>No such credential ID.</summary>
    public static readonly ServiceError UnknownCredential = new(
        "49b6", "このクレデンシャルIDは登録されていません。トークン裏面の英数字をご確認ください。",
        "There is no token with this credential ID. Check the letters and digits on its back.", 404);

    /// <summary>The two codes of a pair are the same number.</summary>
    public static readonly ServiceError CodesEqual = new(
        "49b7", "セキュリティコード1と2が同じです。表示が消えてからもう一度ボタンを押し、次のコードを入力してください。",
        "Both codes are the same. Wait until the display is dark, press again and type the next code.", 400);

    /// <summary>The pair is not two consecutive, unused codes.</summary>
    public static readonly ServiceError NotConsecutive = new(
        "49b8", "2つのコードは、このトークンで続けて表示した、まだ使っていないコードではありません。クレデンシャルIDを確かめ、新しいコードを2つ続けて表示して、順に入力してください。",
        "These are not two consecutive, unused codes of this token. Check the credential ID, make two new codes, one after the other, and type them in order.", 422);

    /// <summary>User ID or password wrong.</summary>
    public static readonly ServiceError SignInWrong = new(
        "RMCFXLG001001E", "ユーザーIDまたはパスワードが正しくありません。", "The user ID or the password is wrong.", 401);

    /// <summary>Several wrong passwords have locked the password.</summary>
    public static readonly ServiceError PasswordLocked = new(
        "RMCFXLG001002E", "パスワードがロックされています。サービスデスクへお問い合わせください。", "The password is locked. Call the service desk.", 403);

    /// <summary>The password is older than 90 days.</summary>
    public static readonly ServiceError PasswordExpired = new(
        "RMCFXLG001003E", "パスワードの有効期限が切れています。新しいパスワードを設定してください。", "The password has expired. Set a new one.", 403);

    /// <summary>The customer's contract has ended.</summary>
    public static readonly ServiceError ContractExpired = new(
        "RMCFXLG001004E", "ご契約が終了しています。サービスデスクへお問い合わせください。", "The contract has ended. Call the service desk.", 403);

    /// <summary>Code wrong, used or expired.</summary>
    public static readonly ServiceError CodeRefused = new(
        "RMCFXLGN001028E", "セキュリティコードが間違っているか、使用済みまたは期限切れです。新しいコードでもう一度お試しください。それでも受け付けられないときは、トークンをリセットしてください。",
        "The security code is wrong, used or expired. Try again with a new one. If that is refused too, reset the token.", 422);

    /// <summary>Locked by failures.</summary>
    public static readonly ServiceError Locked = new(
        "RMCFXLGN001029E", "トークンがロックされています。解除できるのはサービスデスクだけです。お電話ください。",
        "The token is locked after too many failures. Only the service desk can unlock it: please call.", 423);

    /// <summary>Suspended as lost.</summary>
    public static readonly ServiceError Suspended = new(
        "RMCFXLGN001030E", "このトークンは紛失として一時停止中です。見つかったときは、サービスデスクへお電話ください。",
        "This token is suspended as lost. If it has been found, call the service desk.", 403);

    /// <summary>Revoked for good.</summary>
    public static readonly ServiceError Revoked = new(
        "RMCFXLGN001031E", "このトークンは失効しているため、二度と使えません。新しいトークンをお使いください。",
        "This token has been revoked for good. Use your new one, or ask the service desk for one.", 410);

    /// <summary>Not yet enrolled.</summary>
    public static readonly ServiceError NotEnrolled = new(
        "RMCFXLGN001032E", "このトークンはまだ利用登録されていません。先に利用登録を行ってください。",
        "This token has not been registered yet. Register it first.", 409);

    /// <summary>Enrolled already.</summary>
    public static readonly ServiceError AlreadyEnrolled = new(
        "RMCFXLGN001033E", "このトークンはすでに登録されています。裏面のクレデンシャルIDを確認してください。",
        "This token is registered already. Check the credential ID on its back.", 409);

    /// <summary>Before its first or after its last day.</summary>
    public static readonly ServiceError OutsideValidity = new(
        "RMCFXLGN001034E", "このトークンは有効期間外です。新しいトークンをお申し込みください。",
        "This token is outside its period of validity. Ask for a new one.", 403);

    /// <summary>The verb does not fit the state.</summary>
    public static readonly ServiceError WrongState = new(
        "RMCFXLGN001035E", "トークンの現在の状態では、この操作はできません。状態を確認してください。",
        "This cannot be done in the token's present state. Look at its state first.", 409);

    /// <summary>After a restored database.</summary>
    public static readonly ServiceError NeedsPair = new(
        "RMCFXLGN001036E", "システム復旧のため、このトークンは一度リセットが必要です。ご利用のサービスでパスワードを入力した後の画面か、サービスデスクで、続けて表示した2つのコードを入力してください。",
        "The service was restored from a backup: this token has to be reset once, with two consecutive codes, after the password or at the service desk.", 409);

    /// <summary>The public pages are closed for this ID for a while.</summary>
    public static readonly ServiceError PublicClosed = new(
        "RMCFXLGN001037E", "このIDでの入力が続けて受け付けられなかったため、このページはしばらくご利用になれません。トークンはロックされていません。ご利用のサービスにはいつもどおりログインできます。お急ぎのときはサービスデスクへお電話ください。",
        "After several refused codes this page is closed for this ID for a while. The token is not locked: sign in at your service as usual, reset it there, or call the service desk.", 429);

    /// <summary>An import was refused, whole.</summary>
    public static readonly ServiceError ImportRefused = new(
        "RMCFXIMP001001E", "シードファイルは取り込まれませんでした。理由を確認してください。", "The seed file was refused; nothing of it was imported. See the detail.", 422);

    /// <summary>An import brings an ID that is there already.</summary>
    public static readonly ServiceError ImportDuplicate = new(
        "RMCFXIMP001002E", "すでに登録済みのクレデンシャルIDが含まれるため、取り込みませんでした。詳細を確認してください。",
        "The file brings credential IDs that are here already; nothing of it was imported. See the detail.", 409);

    /// <summary>No import with this digest.</summary>
    public static readonly ServiceError NoReceipt = new(
        "RMCFXIMP001003E", "このダイジェストの取り込みはありません。ファイルのSHA-256を確認するか、ファイルを取り込んでください。",
        "Nothing with this digest was imported. Check the file's SHA-256, or import the file.", 404);

    /// <summary>No API key, or one that is not known.</summary>
    public static readonly ServiceError KeyMissing = new(
        "RMCFXAPI001001E", "有効なAPIキーが必要です。「keys new」で作成したキーをAuthorizationヘッダーに指定してください。",
        "A valid API key is needed: send one made by 'keys new' as Authorization: Bearer …", 401);

    /// <summary>The API key's role is not enough.</summary>
    public static readonly ServiceError KeyForbidden = new(
        "RMCFXAPI001002E", "このAPIキーの役割では実行できません。オペレーターのキーを使用してください。", "The role of this API key does not allow it. Use an operator's key.", 403);

    /// <summary>Too many requests.</summary>
    public static readonly ServiceError TooMany = new(
        "RMCFXAPI001003E", "リクエストが多すぎます。しばらくしてから、もう一度お試しください。", "Too many requests. Wait a moment and try again.", 429);

    /// <summary>The request cannot be read.</summary>
    public static readonly ServiceError BadRequest = new(
        "RMCFXAPI001004E", "リクエストの形式が正しくありません。", "The request cannot be read. Compare it with the OpenAPI document.", 400);

    /// <summary>The service cannot answer now.</summary>
    public static readonly ServiceError Unavailable = new(
        "RMCFXAPI001005E", "ただいま処理できません。しばらくしてから、もう一度お試しください。", "The service cannot answer now. Try again in a moment.", 503);

    /// <summary>Every error, for documents and tests.</summary>
    public static IReadOnlyList<ServiceError> All { get; } =
    [
        NotSixDigits, UnknownCredential, CodesEqual, NotConsecutive, SignInWrong, PasswordLocked, PasswordExpired, ContractExpired,
        CodeRefused, Locked, Suspended, Revoked, NotEnrolled, AlreadyEnrolled, OutsideValidity, WrongState, NeedsPair, PublicClosed,
        ImportRefused, ImportDuplicate, NoReceipt, KeyMissing, KeyForbidden, TooMany, BadRequest, Unavailable,
    ];

    /// <summary>The error that people meet for a refusal. For whoever a key or a password vouches for, a code of another length names the right one.</summary>
    public static ServiceError Of(AttemptOutcome.Rejected rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return rejected.Digits == 0 ? Of(rejected.Reason) : NotSixDigits with
        {
            Japanese = $"このトークンのセキュリティコードは{rejected.Digits}桁の数字です。トークンに表示された数字を、先頭の0も含めてすべて入力してください。",
            English = $"This token's security code has {rejected.Digits} digits. Type all that the token shows, leading zeros too.",
        };
    }

    /// <summary>The error that people meet for a reason. Wrong and used codes look alike.</summary>
    public static ServiceError Of(RejectReason reason) => reason switch
    {
        RejectReason.Malformed => NotSixDigits,
        RejectReason.UnknownCredential => UnknownCredential,
        RejectReason.CodesEqual => CodesEqual,
        RejectReason.WrongCode or RejectReason.Replayed => CodeRefused,
        RejectReason.NotConsecutive => NotConsecutive,
        RejectReason.Locked => Locked,
        RejectReason.Suspended => Suspended,
        RejectReason.Revoked => Revoked,
        RejectReason.NotEnrolled => NotEnrolled,
        RejectReason.AlreadyEnrolled => AlreadyEnrolled,
        RejectReason.OutsideValidity => OutsideValidity,
        RejectReason.WrongState => WrongState,
        RejectReason.NeedsPair => NeedsPair,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
