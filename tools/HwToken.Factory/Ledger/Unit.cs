namespace HwToken.Factory.Ledger;

/// <summary>One unit as the ledger knows it. Its secret is not here (<see cref="LotLedger.SealedSecret"/>).</summary>
/// <param name="Number">The digits of its ID as a number: the order of the lot.</param>
/// <param name="Id">Credential ID.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Station">Which port took it; null before.</param>
/// <param name="IsCommitIntended">True once COMMIT may have been sent: from here on a token may be locked with it.</param>
/// <param name="Reason">Why it was scrapped, or null.</param>
/// <param name="VerifiedAt">When it passed, or null.</param>
/// <param name="ClockErrorMilliseconds">Token clock minus true time when it passed; null without a clock.</param>
/// <param name="NextCounter">HOTP: the first counter that the token has not shown.</param>
/// <param name="Firmware">Version that the token told.</param>
public sealed record Unit(
    long Number,
    string Id,
    UnitState State,
    string? Station,
    bool IsCommitIntended,
    string? Reason,
    DateTimeOffset? VerifiedAt,
    int? ClockErrorMilliseconds,
    long NextCounter,
    string? Firmware);
