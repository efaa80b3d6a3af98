using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>What the audit's own words mean, for people. A word that is not known is shown as it stands.</summary>
internal static class AuditWords
{
    public static string Event(Say say, string word) => word switch
    {
        "validate" => say.In("サインイン", "sign-in"),
        "test" => say.In("テスト", "test"),
        "resync" => say.In("リセット", "reset"),
        "activate" => say.In("利用登録", "enrolment"),
        "unlock" => say.In("ロック解除", "unlock"),
        "suspend" => say.In("一時停止", "suspend"),
        "resume" => say.In("再開", "resume"),
        "revoke" => say.In("失効", "revoke"),
        "replace" => say.In("交換", "replace"),
        "import" => say.In("取り込み", "import"),
        "key-new" => say.In("APIキー作成", "API key made"),
        "key-revoke" => say.In("APIキー失効", "API key revoked"),
        "key-rotate" => say.In("マスター鍵の更新", "master key rotated"),
        _ => word,
    };

    public static string Outcome(Say say, string word) => word switch
    {
        "accepted" => say.In("成功", "accepted"),
        "done" => say.In("完了", "done"),
        "WrongCode" => say.In("コードの誤り", "wrong code"),
        "Replayed" => say.In("使用済みのコード", "code used before"),
        "NotConsecutive" => say.In("連続していないコード", "codes not consecutive"),
        "Locked" => say.In("ロック中", "locked"),
        "Suspended" => say.In("一時停止中", "suspended"),
        "Revoked" => say.In("失効済み", "revoked"),
        "NotEnrolled" => say.In("未登録", "not enrolled"),
        "AlreadyEnrolled" => say.In("登録済み", "enrolled already"),
        "OutsideValidity" => say.In("有効期間外", "outside its validity"),
        "WrongState" => say.In("状態が合わない", "state does not fit"),
        _ => word,
    };

    public static string Detail(Say say, string word) => word == "locked" ? say.In("(ロックしました)", "(now locked)") : word;
}
