using HwToken.Provisioning;

namespace HwToken.HostSim.Scenarios;

/// <summary>How stories are played.</summary>
/// <param name="Bundles">Folder for what was seen of stories that do not hold; null: nothing is kept.</param>
/// <param name="AtOnce">How many at once.</param>
/// <param name="Service">Takes the place of the stories' services; null: their own.</param>
/// <param name="Port">The line to a token in the hand; null: virtual tokens.</param>
internal sealed record PlayOptions(string? Bundles, int AtOnce, Uri? Service = null, ILineTransport? Port = null);
