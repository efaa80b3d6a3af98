using HwToken.Service.Portal.Web;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;

namespace HwToken.Service.Portal.Desk;

/// <summary>What the audit's own words mean, for people. A word that is not known is shown as it stands.</summary>
internal static class AuditWords
{
    /// <summary>What can be done, in the order of a list to choose from.</summary>
    public static readonly IReadOnlyList<string> Events =
        ["validate", "test", "resync", "activate", "holder", "unlock", "suspend", "resume", "revoke", "replace", "import", "export", "operator-new", "operator-unlock", "operator-remove", "operator-token", "customer-token", "key-new", "key-revoke", "key-rotate", "restored"];

    public static string Event(LocalText text, string word) => word switch
    {
        "validate" => text.In("ログイン", "sign-in"),
        "test" => text.In("テスト", "test"),
        "resync" => text.In("リセット", "reset"),
        "activate" => text.In("利用登録", "registration"),
        "holder" => text.In("利用者", "holder"),
        "unlock" => text.In("ロック解除", "unlock"),
        "suspend" => text.In("一時停止", "suspend"),
        "resume" => text.In("再開", "resume"),
        "revoke" => text.In("失効", "revoke"),
        "replace" => text.In("交換", "replace"),
        "import" => text.In("取り込み", "import"),
        "export" => text.In("一覧の保存", "list saved"),
        "operator-new" => text.In("オペレーターの登録", "operator made"),
        "operator-unlock" => text.In("オペレーターのロック解除", "operator unlocked"),
        "operator-remove" => text.In("オペレーターの削除", "operator removed"),
        "operator-token" => text.In("オペレーター用に変更", "made an operator's token"),
        "customer-token" => text.In("お客様用に変更", "a customer's token again"),
        "key-new" => text.In("APIキーの作成", "API key made"),
        "key-revoke" => text.In("APIキーの失効", "API key revoked"),
        "key-rotate" => text.In("マスター鍵の更新", "master key rotated"),
        "restored" => text.In("バックアップからの復旧", "restored from a backup"),
        _ => word,
    };

    public static string Outcome(LocalText text, string word) => word switch
    {
        "accepted" => text.In("成功", "accepted"),
        "done" => text.In("完了", "done"),
        "WrongCode" => text.In("コードの誤り", "wrong code"),
        "Replayed" => text.In("使用済みのコード", "code used before"),
        "NotConsecutive" => text.In("連続していないコード", "codes not consecutive"),
        "Malformed" => text.In("桁数の誤り", "wrong number of digits"),
        "Locked" => text.In("ロック中", "locked"),
        "Suspended" => text.In("一時停止中", "suspended"),
        "Revoked" => text.In("失効済み", "revoked"),
        "NotEnrolled" => text.In("利用登録前", "not registered"),
        "AlreadyEnrolled" => text.In("登録済み", "registered already"),
        "OutsideValidity" => text.In("有効期間外", "outside its validity"),
        "WrongState" => text.In("状態が合わない", "state does not fit"),
        "NeedsPair" => text.In("復旧後のリセット待ち", "to be reset after a restore"),
        _ => word,
    };

    public static string Detail(LocalText text, AuditEntry entry) =>
        entry.Event == "operator-new" && entry.Detail.Split(' ', 3) is [var token, _, var name] ? $"{name}, {token}" : Detail(text, entry.Detail);

    private static string Detail(LocalText text, string word) => word switch
    {
        "locked" => text.In("ロックしました", "now locked"),
        "repeated" => text.In("同じコードの再送信(数えません)", "the same code again, not counted"),
        _ when AfterNote(word, HolderNote.Set) is { } rest => text.In("利用者を登録", HolderNote.Set) + rest,
        _ when AfterNote(word, HolderNote.Changed) is { } rest => text.In("利用者を変更", HolderNote.Changed) + rest,
        _ when AfterNote(word, HolderNote.Removed) is { } rest => text.In("利用者を削除", HolderNote.Removed) + rest,
        _ => word,
    };

    /// <summary>Who, by name: an operator, a service's key, a page, the server's own commands.</summary>
    /// <param name="text">The reader's language.</param>
    /// <param name="actor">As the audit writes it.</param>
    /// <param name="actors">Knows the API keys' names.</param>
    public static string Actor(LocalText text, string actor, AuditActors actors)
    {
        (string kind, string name) = AuditActors.Parts(actor);
        return kind switch
        {
            AuditActors.Operator => text.In($"{name}(オペレーター)", $"{name} (operator)"),
            AuditActors.Key => Key(text, name, actors.KeyOf(name)),
            "desk-sign-in" => text.In("デスクのログイン画面", "desk sign-in"),
            "console" => text.In("サーバーのコマンド", "command on the server"),
            "public" or "portal" => text.In("公開ページ", "public page"),
            _ => actor,
        };
    }

    /// <summary>An API key by its name; one without a name by the beginning of its number.</summary>
    private static string Key(LocalText text, string number, ApiKey? key)
    {
        string what = key?.Role == ApiRole.Operator ? text.In("運用プログラム", "operator's program") : text.In("サービス", "service");
        string name = key?.Name ?? "";
        return name.Length > 0 ? text.In($"{name}({what})", $"{name} ({what})") : $"{what} {(number.Length <= AuditActors.Shown ? number : number[..AuditActors.Shown])}";
    }

    /// <summary>What follows a note about the holder: nothing, or a colon and the reason; null where it is another text.</summary>
    private static string? AfterNote(string word, string note) =>
        word == note ? "" : word.StartsWith(note + ": ", StringComparison.Ordinal) ? word[note.Length..] : null;
}
