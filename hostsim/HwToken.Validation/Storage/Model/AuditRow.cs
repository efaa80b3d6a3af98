using HwToken.Validation.Audit;

namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>audit</c>.</summary>
internal sealed class AuditRow
{
    /// <summary>Number of the row: later entries have higher ones, with gaps.</summary>
    public long Id { get; init; }

    /// <summary>Whose chain; empty for the service's own.</summary>
    public required string CredentialId { get; init; }

    public long Seq { get; init; }

    public long At { get; init; }

    public required string Actor { get; init; }

    public required string Event { get; init; }

    public required string Outcome { get; init; }

    public long Factor { get; init; }

    public long DriftMs { get; init; }

    public required string Detail { get; init; }

    public required byte[] Mac { get; init; }

    public static AuditRow Of(AuditEntry entry, byte[] mac) => new()
    {
        CredentialId = entry.CredentialId,
        Seq = entry.Sequence,
        At = entry.At,
        Actor = entry.Actor,
        Event = entry.Event,
        Outcome = entry.Outcome,
        Factor = entry.Factor,
        DriftMs = entry.DriftMilliseconds,
        Detail = entry.Detail,
        Mac = mac,
    };

    public AuditEntry ToEntry() => new(CredentialId, Seq, At, Actor, Event, Outcome, Factor, DriftMs, Detail);
}
