namespace HwToken.Service.Api;

/// <summary>What an operator learns of an attempt.</summary>
/// <param name="Reason">Why it was refused, more exactly; null when accepted.</param>
/// <param name="MovingFactor">Counter or time step that matched; null when refused.</param>
/// <param name="DriftSeconds">Learned offset of the token's clock; null when refused.</param>
/// <param name="DriftRatePpm">Learned rate; null when refused.</param>
internal sealed record CodeDetails(string? Reason, long? MovingFactor, double? DriftSeconds, double? DriftRatePpm);
