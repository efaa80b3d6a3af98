using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Visits;

/// <summary>What a person comes for.</summary>
internal enum Errand
{
    /// <summary>Into the account.</summary>
    SignIn,

    /// <summary>First registration of a token.</summary>
    Register,

    /// <summary>Change of token.</summary>
    Change,

    /// <summary>Stop using codes.</summary>
    Stop,
}

/// <summary>The errands' words and where they lead behind the password.</summary>
internal static class Errands
{
    /// <summary>Reads <c>?for=</c>; anything unknown is a sign-in.</summary>
    public static Errand Read(string word) => Enum.TryParse(word, ignoreCase: true, out Errand errand) && Enum.IsDefined(errand) ? errand : Errand.SignIn;

    public static string Word(Errand errand) => errand.ToString().ToLowerInvariant();

    public static string Title(LocalText text, Errand errand) => errand switch
    {
        Errand.Register => text.In("トークンの利用登録", "Register a token"),
        Errand.Change => text.In("トークンの変更", "Change of token"),
        Errand.Stop => text.In("トークンの利用停止", "Stop using a token"),
        _ => text.In("ログイン", "Sign in"),
    };

    /// <summary>Step 1: user ID and password.</summary>
    public static string SignInPath(Errand errand) => errand == Errand.SignIn ? BankPaths.SignIn : $"{BankPaths.SignIn}?for={Word(errand)}";

    /// <summary>What comes behind the password.</summary>
    public static string Path(Errand errand) => errand switch
    {
        Errand.Register => BankPaths.Register,
        Errand.Change => BankPaths.Change,
        Errand.Stop => BankPaths.Stop,
        _ => BankPaths.Code,
    };
}
