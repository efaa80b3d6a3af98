using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>The demonstration service's front page.</summary>
internal sealed class HomeModel(Sessions<BankSession> sessions) : BankPage
{
    /// <summary>Who is signed in; null when nobody is.</summary>
    public string? SignedIn => sessions.Find(HttpContext) is { IsSignedIn: true } session ? session.CustomerId : null;
}
