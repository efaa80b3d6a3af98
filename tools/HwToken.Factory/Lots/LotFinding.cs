namespace HwToken.Factory.Lots;

/// <summary>One result of a lot's verification.</summary>
/// <param name="IsRight">True when it holds.</param>
/// <param name="What">What was looked at, and what was found.</param>
public sealed record LotFinding(bool IsRight, string What);
