namespace HwToken.Scenarios.Bundles;

/// <summary>What a bundle is of.</summary>
/// <param name="Version">Its form.</param>
/// <param name="File">Name of the story's file, without its folder.</param>
/// <param name="Name">What the story tells.</param>
/// <param name="Starts">When it began, UTC.</param>
/// <param name="Seed">Seed of everything random on the boards.</param>
/// <param name="Line">Line of the step that did not hold.</param>
/// <param name="Problem">What was wanted and what was seen.</param>
internal sealed record BundleManifest(int Version, string File, string Name, string Starts, int Seed, long Line, string Problem);
