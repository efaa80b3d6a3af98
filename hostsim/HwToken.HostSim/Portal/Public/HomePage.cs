using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Public;

/// <summary>The home page: test or reset.</summary>
internal static class HomePage
{
    public static Task<PageAnswer> GetAsync(PageRequest request)
    {
        Say say = request.Say;
        Markup body = Markup.Of($"""
            <h1>{say.In("ワンタイムパスワード・トークン", "Your security token")}</h1>
            <p class="lead">{say.In("ボタンを押すと6桁のセキュリティコードが表示されます。ここではトークンの動作確認と時刻・回数のずれの補正ができます。", "Press the button and a six-digit security code appears. Here you can check that the token works, and bring it back into step.")}</p>
            <ul class="cards">
            {Card("/test", say.In("トークンのテスト", "Test the token"), say.In("コードを1つ入力して、トークンが正しく動くか確かめます。", "Type one code to see whether the token works."))}
            {Card("/reset", say.In("トークンのリセット", "Reset the token"), say.In("連続した2つのコードでずれを補正します。", "Two codes in a row bring the token back into step."))}
            {Card("/help", say.In("お困りのとき", "What is wrong?"), say.In("サインインできない原因と対処を調べます。", "Find out why you cannot sign in, and what to do."))}
            </ul>
            <h2>{say.In("トークンの使い方", "How the token works")}</h2>
            <ul>
            <li>{say.In("クレデンシャルIDは裏面の12文字です。", "The credential ID is the 12 characters on the back.")}</li>
            <li>{say.In("コードを表示してから30秒間は、ボタンを押しても新しいコードは出ません。表示が消えてからもう一度押してください。", "For 30 seconds after a code the button brings no new one. Wait until the display is dark, then press again.")}</li>
            <li>{say.In("0で始まるコードは0も入力します。使ったコードは二度と使えません。", "Type leading zeros too. A code that was used can never be used again.")}</li>
            <li>{say.In("紛失・盗難のときは、すぐにサービスデスクへお電話ください。", "Lost or stolen: call the service desk at once.")}</li>
            </ul>
            """);
        return Task.FromResult(PageAnswer.Show(say.In("ホーム", "Home"), body));
    }

    private static Markup Card(string path, string title, string text) => Markup.Of($"""<li><a class="card" href="{path}"><strong>{title}</strong><span>{text}</span></a></li>""");
}
