using HwToken.Service.Portal.Web;

namespace HwToken.Service.Portal.Desk;

/// <summary>What the audit's own words mean, for people. A word that is not known is shown as it stands.</summary>
internal static class AuditWords
{
    public static string Event(LocalText text, string word) => word switch
    {
        "validate" => text.In("ログイン", "sign-in"),
        "test" => text.In("テスト", "test"),
        "resync" => text.In("リセット", "reset"),
        "activate" => text.In("利用登録", "enrolment"),
        "unlock" => text.In("ロック解除", "unlock"),
        "suspend" => text.In("一時停止", "suspend"),
        "resume" => text.In("再開", "resume"),
        "revoke" => text.In("失効", "revoke"),
        "replace" => text.In("交換", "replace"),
        "import" => text.In("取り込み", "import"),
        "key-new" => text.In("APIキー作成", "API key made"),
        "key-revoke" => text.In("APIキー失効", "API key revoked"),
        "operator-new" => text.In("オペレーター登録", "operator made"),
        "operator-unlock" => text.In("オペレーターのロック解除", "operator unlocked"),
        "operator-remove" => text.In("オペレーター削除", "operator removed"),
        "operator-token" => text.In("オペレーター用に変更", "now an operator's"),
        "customer-token" => text.In("利用者用に変更", "a customer's again"),
        "restored" => text.In("バックアップから復元", "restored from a backup"),
        "key-rotate" => text.In("マスター鍵の更新", "master key rotated"),
        _ => word,
    };

    public static string Outcome(LocalText text, string word) => word switch
    {
        "accepted" => text.In("成功", "accepted"),
        "done" => text.In("完了", "done"),
        "WrongCode" => text.In("コードの誤り", "wrong code"),
        "Replayed" => text.In("使用済みのコード", "code used before"),
        "NotConsecutive" => text.In("連続していないコード", "codes not consecutive"),
        "Locked" => text.In("ロック中", "locked"),
        "Suspended" => text.In("一時停止中", "suspended"),
        "Revoked" => text.In("失効済み", "revoked"),
        "NotEnrolled" => text.In("未登録", "not enrolled"),
        "AlreadyEnrolled" => text.In("登録済み", "enrolled already"),
        "OutsideValidity" => text.In("有効期間外", "outside its validity"),
        "WrongState" => text.In("状態が合わない", "state does not fit"),
        _ => word,
    };

    public static string Detail(LocalText text, string word) => word == "locked" ? text.In("(ロックしました)", "(now locked)") : word;
}
