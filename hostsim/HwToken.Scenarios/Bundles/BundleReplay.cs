using HwToken.Scenarios.Services;

namespace HwToken.Scenarios.Bundles;

/// <summary>What a replay takes from a bundle.</summary>
/// <param name="Starts">When the story began.</param>
/// <param name="Answers">What its service answered.</param>
internal sealed record BundleReplay(DateTimeOffset Starts, IReadOnlyList<ServiceAnswer> Answers);
