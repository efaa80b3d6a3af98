namespace HwToken.Demo.Bank.Visits;

/// <summary>Somebody on the way in.</summary>
/// <param name="CustomerId">Who, by a right password.</param>
/// <param name="Errand">What for.</param>
/// <param name="IsSignedIn">Password and, where a token is registered, code.</param>
/// <param name="IsOldTokenProven">Change of token: a code of the old one was right.</param>
internal sealed record BankSession(string CustomerId, Errand Errand, bool IsSignedIn = false, bool IsOldTokenProven = false);
