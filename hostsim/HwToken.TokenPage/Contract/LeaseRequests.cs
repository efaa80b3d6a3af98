using System.Diagnostics.CodeAnalysis;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Contract;

/// <summary>The bodies of requests about pools, leases and the shared clock.</summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "One place for one-line shapes; internal.")]
internal static class LeaseRequests
{
    /// <summary>Tokens for a pool: at random, or from a seed file's text with its key (hexadecimal) or passphrase.</summary>
    /// <param name="Name">The pool: 1 to 40 letters, digits, <c>-_.</c>; absent with a single token: named after what its codes follow from, so that the same secret is the same pool.</param>
    /// <param name="Random"><c>HOTP</c> or <c>TOTP</c>.</param>
    /// <param name="Count">How many at random.</param>
    /// <param name="Seeds">Text of the file: PSKC or another known format.</param>
    /// <param name="Key">Pre-shared AES key of the file.</param>
    /// <param name="Passphrase">Passphrase of the file.</param>
    internal sealed record Fill(string? Name, string? Random, int? Count, string? Seeds, string? Key, string? Passphrase);

    /// <summary>A token for one holder.</summary>
    /// <param name="Pool">The pool.</param>
    /// <param name="Seconds">How long, in true time: 1 to 86,400; 120 when absent.</param>
    /// <param name="Wait">How long to wait when all are leased, in seconds: 0 to 300; 30 when absent.</param>
    /// <param name="InHand">How long a code counts as on its way, in seconds: 0 to 300; 5 when absent.</param>
    internal sealed record Acquire(string? Pool, int? Seconds, int? Wait, int? InHand);

    /// <summary>How long it lasts from now on.</summary>
    /// <param name="Seconds">1 to 86,400; 120 when absent.</param>
    /// <param name="Arrived">True: its code has reached the service, and holds the clock no longer.</param>
    internal sealed record Renew(int? Seconds, bool? Arrived);

    /// <summary>The next code.</summary>
    /// <param name="Pressed">True: press the button and read the pixels.</param>
    /// <param name="Margin">TOTP: no code in the last so many seconds of a step; 5 when absent (less for short periods).</param>
    /// <param name="Wait">How long to wait, in seconds: 0 to 600; 65 when absent.</param>
    /// <param name="Webhook">Answer at once, and send the code to this address on this computer when it is there.</param>
    internal sealed record Code(bool? Pressed, int? Margin, int? Wait, string? Webhook);

    /// <summary>The shared clock: <c>"true"</c>, or <c>"virtual"</c> with what it shows and how fast it runs.</summary>
    /// <param name="Mode"><c>true</c> or <c>virtual</c>.</param>
    /// <param name="Now">What it shows; absent: what it shows now.</param>
    /// <param name="Rate">Seconds a true second: 0 (frozen, the default) to 3600.</param>
    /// <param name="Ppm">Runs wrong by so many parts per million, on top of the rate.</param>
    internal sealed record Clock(string? Mode, DateTimeOffset? Now, double? Rate, double? Ppm);

    /// <summary>Moves the shared clock forward: by a span or to a moment.</summary>
    internal sealed record Move(double? Seconds, DateTimeOffset? To);
}
