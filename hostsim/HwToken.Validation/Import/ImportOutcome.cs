using HwToken.Validation.Errors;

namespace HwToken.Validation.Import;

/// <summary>What came of an import.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>Everything was taken in, but what was to be left out.</summary>
    /// <param name="Receipt">For the factory.</param>
    /// <param name="Notes">What whoever imports should know: keys that were left out, guesses that the format asks for, credentials whose time has passed. Sentences.</param>
    /// <param name="LeftOut">Keys of the file that cannot be used here and were left out.</param>
    public sealed record Imported(SignedReceipt Receipt, IReadOnlyList<string> Notes, int LeftOut = 0) : ImportOutcome;

    /// <summary>Nothing was taken in.</summary>
    /// <param name="Error">The kind of refusal.</param>
    /// <param name="Detail">What is wrong and what to do; no secret.</param>
    /// <param name="Earlier">The receipt of the earlier import of these very credentials; null when there was none.</param>
    public sealed record Refused(ServiceError Error, string Detail, SignedReceipt? Earlier = null) : ImportOutcome;
}
