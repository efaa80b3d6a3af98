namespace HwToken.Validation.Audit;

/// <summary>
/// How the audit tells that a credential's holder was set, changed or removed. That it was, when and by whom; never the holder: what the audit holds it
/// holds for ever, and who a token belonged to must be forgotten when the token's life is over.
/// </summary>
public static class HolderNote
{
    /// <summary>Somebody holds it now.</summary>
    public const string Set = "holder set";

    /// <summary>Somebody else holds it now.</summary>
    public const string Changed = "holder changed";

    /// <summary>Nobody is known to hold it any more.</summary>
    public const string Removed = "holder removed";

    /// <summary>The note of a change; empty when there is none.</summary>
    /// <param name="before">The holder before; empty for nobody.</param>
    /// <param name="after">The holder after; empty for nobody.</param>
    internal static string OfChange(string before, string after) => (before.Length, after.Length) switch
    {
        _ when before == after => "",
        (0, _) => Set,
        (_, 0) => Removed,
        _ => Changed,
    };
}
