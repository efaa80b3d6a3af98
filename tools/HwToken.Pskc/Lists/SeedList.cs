namespace HwToken.Pskc.Lists;

/// <summary>A list that some sign-in system imports. Secrets stand in it in clear.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">For whom.</param>
/// <param name="Tried">How it is known that the system reads it so.</param>
/// <param name="Refusal">Why a key cannot be written this way, or null when it can: its reader would refuse it, or misread it without a word.</param>
/// <param name="Line">One key as text, its secret in clear.</param>
public sealed record SeedList(string Name, string Description, string Tried, Func<PskcKey, string?> Refusal, Func<PskcKey, SeedUser, string> Line)
{
    /// <summary>First line, or null.</summary>
    public string? Header { get; init; }

    /// <summary>Last line, or null.</summary>
    public string? Footer { get; init; }

    /// <summary>What stands between two keys.</summary>
    public string Between { get; init; } = "\n";

    /// <summary>The list names whom each token is for; without that it can be imported, and every token must then be assigned by hand.</summary>
    public bool HasUsers { get; init; }

    /// <summary>A user's name, resolver or realm as this list writes it; null when it has no way to.</summary>
    public Func<string, string?> Quote { get; init; } = UserQuoting.None;
}
