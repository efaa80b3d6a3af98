using HwToken.Demo.Bank.Visits;

namespace HwToken.Demo.Bank.Pages;

/// <summary>The demonstration service's front page.</summary>
internal sealed class HomeModel(Visit visit) : BankPage
{
    /// <summary>Who is signed in; null when nobody is.</summary>
    public string? SignedIn { get; private set; }

    public async Task OnGetAsync() => SignedIn = await visit.FindAsync().ConfigureAwait(false) is { IsSignedIn: true } session ? session.CustomerId : null;
}
