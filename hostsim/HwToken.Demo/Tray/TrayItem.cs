namespace HwToken.Demo.Tray;

/// <summary>A token with what the page tells of it.</summary>
/// <param name="Place">Its place.</param>
/// <param name="CredentialId">Its credential ID; null for a blank one.</param>
/// <param name="View">Display and clock.</param>
/// <param name="Japanese">What it is, in Japanese.</param>
/// <param name="English">What it is, in English.</param>
internal sealed record TrayItem(string Place, string? CredentialId, TrayView View, string Japanese, string English)
{
    /// <summary>A token that is at most so far ahead is itself again before anybody has pressed: no word about it.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>How far its clock is from another; null when it holds no valid time.</summary>
    public double? SecondsFrom(DateTimeOffset now) => (View.Clock - now)?.TotalSeconds;

    /// <summary>At this time it would give no code for a while: it has shown codes of later ones.</summary>
    public bool IsStuckAt(DateTimeOffset now) => View.NoCodeBefore > now + Soon;
}
