using HwToken.Factory.Lots;

namespace HwToken.Factory.Exports;

/// <summary>One credential on its way into a list.</summary>
/// <param name="Id">Credential ID.</param>
/// <param name="Number">The digits of its ID as a number.</param>
/// <param name="Secret">Shared secret.</param>
/// <param name="NextCounter">HOTP: the first counter that the token has not shown.</param>
/// <param name="At">When it passed.</param>
/// <param name="User">Whom it is for.</param>
/// <param name="Lot">What all have in common.</param>
public sealed record ExportUnit(string Id, long Number, byte[] Secret, long NextCounter, DateTimeOffset At, ExportUser User, LotDefinition Lot);
