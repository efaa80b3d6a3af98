namespace HwToken.TokenPage;

/// <summary>A link at the top of the page to what else the program serves.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Japanese">Its words in Japanese.</param>
/// <param name="English">Its words in English.</param>
public sealed record PlaceLink(string Path, string Japanese, string English);
