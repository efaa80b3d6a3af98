using HwToken.Service.Portal.Web;

namespace HwToken.Service.Portal.Causes;

/// <summary>What a token's own display can say when something is wrong. The codes and words are those of firmware/README.md; a test compares.</summary>
/// <param name="Code">What a person reads first and types here: <c>E4</c>, <c>CHARGE</c>.</param>
/// <param name="Words">The words beside it; empty when the code is the word.</param>
/// <param name="What">What is the matter, Japanese and English.</param>
/// <param name="Next">What to do, Japanese and English.</param>
internal sealed record DisplayWord(string Code, string Words, (string Japanese, string English) What, (string Japanese, string English) Next)
{
    /// <summary>Only the service desk can help.</summary>
    public bool CallsDesk { get; init; }

    /// <summary>The heading of its explanation: <c>E4 CLOCK STOPPED</c>.</summary>
    public string Heading => Words.Length == 0 ? Code : Code + " " + Words;

    /// <summary>As a cause of trouble.</summary>
    /// <param name="text">The person's language.</param>
    public Cause ToCause(LocalText text) => new(
        "display-" + Code.Replace(' ', '-').ToLowerInvariant(),
        text.In(What.Japanese, What.English),
        text.In(Next.Japanese, Next.English)) { CallsDesk = CallsDesk };
}
