using HwToken.Pskc;

namespace HwToken.Validation.Import;

/// <summary>A receipt as the factory gets it, and what it says.</summary>
/// <param name="Text">Compact JWS (RS256), one line of ASCII. What <c>hwtoken lot receipt</c> takes.</param>
/// <param name="Facts">What the text says.</param>
public sealed record SignedReceipt(string Text, PskcReceipt Facts);
