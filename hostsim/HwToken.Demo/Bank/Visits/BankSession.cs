using System.Security.Claims;

namespace HwToken.Demo.Bank.Visits;

/// <summary>Somebody on the way in.</summary>
/// <param name="CustomerId">Who, by a right password.</param>
/// <param name="Errand">What for.</param>
/// <param name="IsSignedIn">Password and, where a token is registered, code.</param>
/// <param name="IsOldTokenProven">Change of token: a code of the old one was right.</param>
internal sealed record BankSession(string CustomerId, Errand Errand, bool IsSignedIn = false, bool IsOldTokenProven = false)
{
    /// <summary>Name of the scheme of sessions, and of its cookie.</summary>
    public const string Scheme = "hwt-bank";

    private const string ErrandClaim = "errand";
    private const string SignedInClaim = "signed-in";
    private const string OldTokenClaim = "old-token-proven";

    /// <summary>As claims of a cookie's ticket.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, CustomerId),
            new Claim(ErrandClaim, Errands.Word(Errand)),
            .. IsSignedIn ? [new Claim(SignedInClaim, "")] : Array.Empty<Claim>(),
            .. IsOldTokenProven ? [new Claim(OldTokenClaim, "")] : Array.Empty<Claim>(),
        ],
        Scheme));

    /// <summary>Out of such claims.</summary>
    public static BankSession Of(ClaimsPrincipal who) => new(
        who.Identity!.Name!, Errands.Read(who.FindFirstValue(ErrandClaim) ?? ""), who.HasClaim(SignedInClaim, ""), who.HasClaim(OldTokenClaim, ""));
}
