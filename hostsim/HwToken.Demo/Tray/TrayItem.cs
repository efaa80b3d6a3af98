namespace HwToken.Demo.Tray;

/// <summary>A token with what the page tells of it.</summary>
/// <param name="Place">Its place.</param>
/// <param name="CredentialId">Its credential ID; null for a blank one.</param>
/// <param name="View">Display and clock.</param>
/// <param name="IsOperators">It belongs to the operator.</param>
internal sealed record TrayItem(string Place, string? CredentialId, TrayView View, bool IsOperators)
{
    /// <summary>How far its clock is from another; null when it holds no valid time.</summary>
    public double? SecondsFrom(DateTimeOffset now) => (View.Clock - now)?.TotalSeconds;
}
