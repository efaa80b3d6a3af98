namespace HwToken.Service.Portal.Web;

/// <summary>One of the places that a page can belong to: its name, its colour, its way back.</summary>
/// <param name="Key">Class of the page's body, for the style sheet.</param>
/// <param name="Home">Where its name leads; its pages lie below this path.</param>
/// <param name="Japanese">Name in Japanese.</param>
/// <param name="English">Name in English.</param>
public sealed record Site(string Key, string Home, string Japanese, string English)
{
    /// <summary>The public pages of the token service.</summary>
    public static readonly Site Portal = new("portal", "/portal", "HwToken トークンサービス", "HwToken token service");

    /// <summary>The operators' pages.</summary>
    public static readonly Site Desk = new("desk", "/desk", "HwToken サービスデスク", "HwToken service desk");

    /// <summary>What the ID of a token is called here, in Japanese.</summary>
    public string TokenIdJapanese { get; init; } = "クレデンシャルID";

    /// <summary>What the ID of a token is called here, in English.</summary>
    public string TokenIdEnglish { get; init; } = "Credential ID";

    /// <summary>The name in the person's language.</summary>
    /// <param name="text">The language.</param>
    public string Name(LocalText text) => (text ?? throw new ArgumentNullException(nameof(text))).In(Japanese, English);
}
