using HwToken.Factory.Lots;

namespace HwToken.Factory.Exports;

/// <summary>A list that some sign-in system imports. Secrets stand in it in clear.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">For whom.</param>
/// <param name="Header">First line, or null.</param>
/// <param name="Refusal">Why a lot cannot be written this way, or null when it can.</param>
/// <param name="Line">One credential.</param>
public sealed record ExportFormat(string Name, string Description, string? Header, Func<LotDefinition, string?> Refusal, Func<ExportUnit, string> Line)
{
    /// <summary>A user's name, resolver or realm as this list writes it; null when it has no way to.</summary>
    internal Func<string, string?> Quote { get; init; } = UserQuoting.None;
}
