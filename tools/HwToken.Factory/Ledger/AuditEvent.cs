namespace HwToken.Factory.Ledger;

/// <summary>One event, as data. The text for people is derived from it (<see cref="AuditText"/>). Never a secret.</summary>
/// <param name="Kind">What happened; says which of the others are used.</param>
public sealed record AuditEvent(AuditKind Kind)
{
    /// <summary>Credential ID, or empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>State that a scrapped unit was in.</summary>
    public UnitState? From { get; init; }

    /// <summary>How many.</summary>
    public long? Count { get; init; }

    /// <summary>First ID, or what <see cref="AuditKind"/> says.</summary>
    public string First { get; init; } = "";

    /// <summary>Last ID, or what <see cref="AuditKind"/> says.</summary>
    public string Last { get; init; } = "";

    /// <summary>Reason, format or place.</summary>
    public string Text { get; init; } = "";

    /// <summary>Token clock minus true time, in milliseconds.</summary>
    public double? ClockError { get; init; }

    /// <summary>Bound of the measurement, in milliseconds.</summary>
    public double? ClockUncertainty { get; init; }

    /// <summary>The same event with a measurement.</summary>
    public AuditEvent With(ClockMeasurement? clock) => this with { ClockError = clock?.ErrorMilliseconds, ClockUncertainty = clock?.UncertaintyMilliseconds };
}
