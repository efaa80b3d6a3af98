namespace HwToken.Service.Portal.Causes;

/// <summary>Why something did not work, in plain words, and what the person does next. Drawn by <c>_Cause.cshtml</c>.</summary>
/// <param name="Word">The cause as one word, for machines: <c>token-locked</c>.</param>
/// <param name="What">What is the matter; empty when a notice on the page says it.</param>
/// <param name="Next">What to do about it.</param>
public sealed record Cause(string Word, string What, string Next)
{
    /// <summary>Only the service desk can help.</summary>
    public bool CallsDesk { get; init; }

    /// <summary>Where the next step is done; null when it is done elsewhere.</summary>
    public (string Path, string Label)? Link { get; init; }
}
