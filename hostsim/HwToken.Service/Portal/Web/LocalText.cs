namespace HwToken.Service.Portal.Web;

/// <summary>Picks words in the person's language. Both wordings stand side by side in the source, so that neither is forgotten.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
public sealed record LocalText(string Language)
{
    /// <summary>The language is Japanese.</summary>
    public bool IsJapanese => Language == "ja";

    /// <summary>One of two wordings.</summary>
    /// <param name="japanese">The Japanese one.</param>
    /// <param name="english">The English one.</param>
    public string In(string japanese, string english) => IsJapanese ? japanese : english;
}
