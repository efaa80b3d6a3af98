using HwToken.HostSim.Portal.Html;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>The two code fields and how to fill them.</summary>
internal static class TwoCodes
{
    public static Markup Of(Say say) => Markup.Of($"""
        <p class="hint">{say.In("2つのコードは続けて表示した未使用のものを、2つ目は表示から30秒以内に入力してください。エラーのときは両方を作り直します。", "Two unused codes in a row; type the second within 30 seconds. After an error make both anew.")}</p>
        {Fields.Code(say, "code1", say.In("ワンタイムパスワード1", "One-time password 1"))}
        {Fields.Code(say, "code2", say.In("ワンタイムパスワード2", "One-time password 2"))}
        """);
}
