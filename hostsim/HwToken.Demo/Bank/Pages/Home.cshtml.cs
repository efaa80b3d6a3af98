using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Pages;

/// <summary>The demonstration service's front page.</summary>
internal sealed class HomeModel(Sessions<BankSession> sessions) : BankPage
{
    /// <summary>Who is signed in; null when nobody is.</summary>
    public string? SignedIn => sessions.Find(HttpContext) is { IsSignedIn: true } session ? session.CustomerId : null;
}
