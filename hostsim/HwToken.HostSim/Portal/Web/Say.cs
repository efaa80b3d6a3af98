namespace HwToken.HostSim.Portal.Web;

/// <summary>Says things in the person's language. Both wordings stand side by side in the source, so that neither is forgotten.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
internal sealed record Say(string Language)
{
    public bool IsJapanese => Language == "ja";

    public string In(string japanese, string english) => IsJapanese ? japanese : english;
}
