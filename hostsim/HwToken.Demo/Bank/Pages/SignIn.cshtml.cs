using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Step 1 of everything: user ID and password.</summary>
internal sealed class SignInModel(CustomerBook book, Visit visit, EvenTime evenTime) : BankPage
{
    /// <summary>What the person comes for.</summary>
    [Kept]
    public Errand Errand { get; private set; }

    public void OnGet([FromQuery(Name = "for")] string errand, string from)
    {
        Errand = errand.Length > 0 ? Errands.Read(errand) : Errand;
        Notice = from == Ended ? SessionEnded() : null;
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "for")] string errand, string user, string password)
    {
        Errand = Errands.Read(errand);
        TypedUser = user;
        (Customer? customer, Obstacle? obstacle) = await book.IdentifyAsync(user, password, evenTime, Cancel).ConfigureAwait(false);
        if (obstacle is { } what)
        {
            // Only the right password tells any of these.
            IsShut = what is Obstacle.PasswordLocked or Obstacle.ContractExpired or Obstacle.ReportedLost;
            return Refuse(what);
        }

        bool isIn = Errand == Errand.SignIn && customer!.TokenId is null;
        await visit.ContinueAsync(new BankSession(customer!.Id, Errand, isIn)).ConfigureAwait(false);
        return Go(isIn ? BankPaths.Account : Errands.Path(Errand));
    }
}
