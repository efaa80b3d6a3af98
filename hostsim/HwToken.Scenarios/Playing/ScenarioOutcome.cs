using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Playing;

/// <summary>How a story went.</summary>
/// <param name="Problem">What did not hold; null: all did.</param>
/// <param name="Skipped">Why it was not played; null: it was.</param>
/// <param name="Bundle">What was seen, when there is a problem.</param>
public sealed record ScenarioOutcome(ScenarioException? Problem, string? Skipped, ScenarioBundle? Bundle);
