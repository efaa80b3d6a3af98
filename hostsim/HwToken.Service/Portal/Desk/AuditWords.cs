using HwToken.Service.Portal.Web;
using HwToken.Validation.Access;

namespace HwToken.Service.Portal.Desk;

/// <summary>What the audit's own words mean, for people. A word that is not known is shown as it stands.</summary>
internal static class AuditWords
{
    /// <summary>What can be done, in the order of a list to choose from.</summary>
    public static readonly IReadOnlyList<string> Events =
        ["validate", "test", "resync", "activate", "unlock", "suspend", "resume", "revoke", "replace", "import", "operator-new", "operator-unlock", "operator-remove", "operator-token", "customer-token", "key-new", "key-revoke", "key-rotate", "restored"];

    public static string Event(LocalText text, string word) => word switch
    {
        "validate" => text.In("ログイン", "sign-in"),
        "test" => text.In("テスト", "test"),
        "resync" => text.In("リセット", "reset"),
        "activate" => text.In("利用登録", "registration"),
        "unlock" => text.In("ロック解除", "unlock"),
        "suspend" => text.In("一時停止", "suspend"),
        "resume" => text.In("再開", "resume"),
        "revoke" => text.In("失効", "revoke"),
        "replace" => text.In("交換", "replace"),
        "import" => text.In("取り込み", "import"),
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

    public static string Detail(LocalText text, string word) => word switch
    {
        "locked" => text.In("ロックしました", "now locked"),
        "repeated" => text.In("同じコードの再送信(数えません)", "the same code again, not counted"),
        _ => word,
    };

    /// <summary>Who, by name: an operator, a service's key with its role, a page, the server's own commands.</summary>
    /// <param name="text">The reader's language.</param>
    /// <param name="actor">As the audit writes it.</param>
    /// <param name="keys">The API keys by their short names.</param>
    public static string Actor(LocalText text, string actor, IReadOnlyDictionary<string, ApiRole> keys)
    {
        (string kind, string name) = actor.Split(':', 2) is [var before, var after] ? (before, after) : (actor, "");
        return kind switch
        {
            "desk" => text.In($"{name}(オペレーター)", $"{name} (operator)"),
            "key" when keys.TryGetValue(name, out ApiRole role) && role == ApiRole.Operator => text.In($"運用プログラム {Short(name)}", $"operator's program {Short(name)}"),
            "key" => text.In($"サービス {Short(name)}", $"service {Short(name)}"),
            "desk-sign-in" => text.In("デスクのログイン画面", "desk sign-in"),
            "console" => text.In("サーバーのコマンド", "command on the server"),
            "public" or "portal" => text.In("公開ページ", "public page"),
            _ => actor,
        };
    }

    /// <summary>Enough of an API key's name to tell keys apart.</summary>
    private static string Short(string name) => name.Length <= 4 ? name : name[..4];
}
