using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>What is to be written of a compared attempt, and what is answered when it has been.</summary>
/// <param name="Statement">Moves the credential on and appends the audit entry: two rows, or none when somebody else has moved it.</param>
/// <param name="Outcome">The answer when two rows were written.</param>
internal sealed record AttemptRecord(Statement Statement, AttemptOutcome Outcome)
{
    /// <summary>Rows that are written when the record took effect.</summary>
    public const int Rows = 2;
}
