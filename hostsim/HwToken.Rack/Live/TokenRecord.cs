using HwToken.Simulator.Records;

namespace HwToken.Rack.Live;

/// <summary>What was done to a token.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Start">How the token was.</param>
/// <param name="Deeds">What was done, in order; at least one.</param>
/// <param name="Until">Up to when it was watched, by its time.</param>
/// <param name="Secret">Its test secret in Base32, or null.</param>
internal sealed record TokenRecord(string Name, RecordedStart Start, IReadOnlyList<RecordedDeed> Deeds, DateTimeOffset Until, string? Secret);
