
namespace HwToken.HostSim.Portal.Web;

/// <summary>One of the places that a page can belong to: its name, its colour, its way back.</summary>
/// <param name="Key">Word for the style sheet.</param>
/// <param name="Home">Where its name leads.</param>
/// <param name="Japanese">Name in Japanese.</param>
/// <param name="English">Name in English.</param>
internal sealed record Site(string Key, string Home, string Japanese, string English)
{
    /// <summary>The public pages of the token service.</summary>
    public static readonly Site Portal = new("portal", "/portal", "HwToken トークンサービス", "HwToken token service");

    /// <summary>The operators' pages.</summary>
    public static readonly Site Desk = new("desk", "/desk", "HwToken サービスデスク", "HwToken service desk");

    /// <summary>The demonstration service.</summary>
    public static readonly Site Bank = new("bank", "/bank", "みほん銀行(デモ)", "Sample Bank (demonstration)");

    /// <summary>The place that a path lies in.</summary>
    public static Site Of(PathString path) => path.StartsWithSegments(Bank.Home) ? Bank : path.StartsWithSegments(Desk.Home) ? Desk : Portal;

    public string Name(Say say) => say.In(Japanese, English);
}
