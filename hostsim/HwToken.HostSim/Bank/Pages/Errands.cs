using HwToken.HostSim.Portal.Html;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>The errands' words and where they lead behind the password.</summary>
internal static class Errands
{
    /// <summary>Reads <c>?for=</c>; anything unknown is a sign-in.</summary>
    public static Errand Read(string word) => Enum.TryParse(word, ignoreCase: true, out Errand errand) && Enum.IsDefined(errand) ? errand : Errand.SignIn;

    public static string Word(Errand errand) => errand.ToString().ToLowerInvariant();

    public static string Title(Say say, Errand errand) => errand switch
    {
        Errand.Register => say.In("トークンの利用登録", "Register a token"),
        Errand.Change => say.In("トークンの変更", "Change of token"),
        Errand.Stop => say.In("トークンの利用停止", "Stop using codes"),
        _ => say.In("サインイン", "Sign in"),
    };

    public static string Path(Errand errand) => errand switch
    {
        Errand.Register => "/bank/register",
        Errand.Change => "/bank/change",
        Errand.Stop => "/bank/stop",
        _ => "/bank/code",
    };
}
