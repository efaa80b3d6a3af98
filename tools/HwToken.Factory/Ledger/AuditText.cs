using System.Globalization;

namespace HwToken.Factory.Ledger;

/// <summary>Events in words.</summary>
public static class AuditText
{
    /// <summary>One event, without its credential ID.</summary>
    public static string Of(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Kind switch
        {
            AuditKind.Created => string.Create(CultureInfo.InvariantCulture, $"created {happened.Count} credentials {happened.First} to {happened.Last}"),
            AuditKind.Extended => string.Create(CultureInfo.InvariantCulture, $"extended by {happened.Count} credentials {happened.First} to {happened.Last}"),
            AuditKind.Taken => Step(UnitState.Reserved, UnitState.Writing),
            AuditKind.CommitIntended => "commit intended",
            AuditKind.Written => Step(UnitState.Writing, UnitState.Written),
            AuditKind.Verified => Step(UnitState.Written, UnitState.Verified) + (happened.ClockError is null ? "" : ", " + Clock(happened)),
            AuditKind.Labelled => Step(UnitState.Verified, UnitState.Labelled),
            AuditKind.Scrapped => $"{Step(happened.From ?? UnitState.Reserved, UnitState.Scrapped)}: {happened.Text}",
            AuditKind.ClockMeasured => Clock(happened),
            AuditKind.ClockSet => "clock set",
            AuditKind.ClockStopped => "clock stands still or is missing",
            AuditKind.Erased => "token erased",
            AuditKind.Sealed => string.Create(CultureInfo.InvariantCulture, $"sealed {happened.Count} credentials, {happened.First} profile, SHA-256 {happened.Last}"),
            AuditKind.Exporting => "exporting secrets in clear as " + happened.Text,
            AuditKind.SecretsDestroyed => string.Create(CultureInfo.InvariantCulture, $"secrets destroyed: receipt of {happened.First} for {happened.Count} credentials, {happened.Last}"),
            AuditKind.Adopted => string.Create(CultureInfo.InvariantCulture, $"adopted at {happened.Text}, {happened.Count} units scrapped"),
            AuditKind.ClockDeclaredRight => "the bench's clock was declared right",
            _ => string.Create(CultureInfo.InvariantCulture, $"event {(int)happened.Kind}"),
        };
    }

    /// <summary>Where an event leaves its unit.</summary>
    /// <returns>Null when it moves none, or all that are labelled (<see cref="AuditKind.Sealed"/>).</returns>
    public static UnitState? StateAfter(AuditKind kind) => kind switch
    {
        AuditKind.Taken => UnitState.Writing,
        AuditKind.Written => UnitState.Written,
        AuditKind.Verified => UnitState.Verified,
        AuditKind.Labelled => UnitState.Labelled,
        AuditKind.Scrapped => UnitState.Scrapped,
        _ => null,
    };

    /// <summary>The event of a move.</summary>
    internal static AuditKind KindOf(UnitState to) => to switch
    {
        UnitState.Writing => AuditKind.Taken,
        UnitState.Written => AuditKind.Written,
        UnitState.Verified => AuditKind.Verified,
        UnitState.Labelled => AuditKind.Labelled,
        _ => throw new InvalidOperationException($"No event of its own moves a unit to {to.Word()}."),
    };

    private static string Step(UnitState from, UnitState to) => $"{from.Word()} > {to.Word()}";

    private static string Clock(AuditEvent happened) => $"clock error {new ClockMeasurement(default, happened.ClockError ?? 0, happened.ClockUncertainty ?? 0)}";
}
