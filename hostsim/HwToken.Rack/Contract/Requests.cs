using System.Diagnostics.CodeAnalysis;
using NanoBoard;

namespace HwToken.Rack.Contract;

/// <summary>The bodies of the page's requests.</summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "One place for one-line shapes; internal.")]
internal static class Requests
{
    /// <summary>The finger on the button.</summary>
    internal sealed record Button(bool? Down);

    /// <summary>The power plug.</summary>
    internal sealed record Power(bool? On);

    /// <summary>A fault by its name in <see cref="FaultState"/>.</summary>
    internal sealed record Fault(string? Name, bool? On);

    /// <summary>A planned power cut; null takes it back.</summary>
    internal sealed record Cut(CutMode? Mode);

    /// <summary>A span in seconds.</summary>
    internal sealed record RtcJump(int? Seconds);

    /// <summary>An error in parts per million.</summary>
    internal sealed record RtcPpm(double? Ppm);

    /// <summary>0 (frozen) to 3600 virtual seconds a second.</summary>
    internal sealed record Pace(double? Speed);

    /// <summary>How long the button is held, in seconds.</summary>
    internal sealed record Hold(double? Seconds);

    /// <summary>What a token is called; null: nothing.</summary>
    internal sealed record Rename(string? Name);

    /// <summary>New tokens: blank, from a URI, at random, or all of a seed file's text with its key (hexadecimal) or passphrase.</summary>
    internal sealed record NewTokens(string? Name, string? Otpauth, string? Random, string? CredentialId, string? Seeds, string? Key, string? Passphrase);

    /// <summary>What was done since a moment; with the token's secret: the same codes.</summary>
    internal sealed record Record(DateTimeOffset? Since, bool? Secret);

    /// <summary>Either a span ahead or a moment.</summary>
    internal sealed record Jump(int? Seconds, DateTimeOffset? To);

    /// <summary>A credential: a URI, or a random secret of a type; the credential ID is made up when absent.</summary>
    internal sealed record Provision(string? Otpauth, string? Random, string? CredentialId);
}
