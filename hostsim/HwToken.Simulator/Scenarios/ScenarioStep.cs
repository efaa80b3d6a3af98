namespace HwToken.Simulator.Scenarios;

/// <summary>A step.</summary>
/// <param name="Verb">What happens.</param>
/// <param name="Details">How.</param>
public sealed record ScenarioStep(string Verb, ScenarioNode Details);
