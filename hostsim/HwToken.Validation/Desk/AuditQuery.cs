namespace HwToken.Validation.Desk;

/// <summary>Which entries of the audit somebody looks for; an empty text asks for all.</summary>
public sealed record AuditQuery
{
    /// <summary>One credential's, by its key.</summary>
    public string CredentialId { get; init; } = "";

    /// <summary>Whose, as the audit writes them: one of these; none: everybody's.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>What was done: <c>validate</c>, <c>unlock</c> and so on.</summary>
    public string Event { get; init; } = "";

    /// <summary>What came of it: true: refused, false: accepted or done, null: either.</summary>
    public bool? IsRefused { get; init; }

    /// <summary>Where to read on; null for the newest.</summary>
    public long? Before { get; init; }
}
