using HwToken.Demo.Bank.Visits;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Ends a customer's session.</summary>
internal sealed class SignOutModel(Visit visit) : BankPage
{
    /// <summary>Reached by going back or by hand: a link ends no session.</summary>
    public IActionResult OnGet() => Go(Site.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await visit.EndAsync().ConfigureAwait(false);
        return Go(BankPaths.Home);
    }
}
