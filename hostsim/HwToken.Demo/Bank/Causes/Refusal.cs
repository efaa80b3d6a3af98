using HwToken.Service.Portal.Causes;

namespace HwToken.Demo.Bank.Causes;

/// <summary>A no, as the person reads it: from the bank itself, or from the validation service, which the bank repeats.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Message">What it means, in the person's language.</param>
/// <param name="Status">HTTP status of the page.</param>
/// <param name="Cause">The cause and the next step.</param>
internal sealed record Refusal(string Code, string Message, int Status, Cause Cause)
{
    /// <summary>Wrong codes that may still follow before the lock; null where it does not matter.</summary>
    public int? TriesLeft { get; init; }

    /// <summary>The fields of a page that it is about, wherever they stand.</summary>
    public IReadOnlyList<string> Fields => Cause.Word switch
    {
        CauseWords.SignInWrong => ["user", "password"],
        CauseWords.CodeMistyped => ["code", "code1", "code2"],
        CauseWords.CodesNotConsecutive => ["code1", "code2"],
        CauseWords.CodeRefused or CauseWords.CodeUsed => ["code"],
        CauseWords.UnknownId or CauseWords.TokenTaken => ["id"],
        _ => [],
    };
}
