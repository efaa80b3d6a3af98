using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Accounts;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Password change: forced at the first sign-in and after 90 days, allowed at any time.</summary>
internal sealed class PasswordModel(CustomerBook book, Sessions<BankSession> sessions) : KnownPage(book, sessions)
{
    public bool IsExpired => PasswordRules.IsExpired(Customer, Book.Now);

    protected override bool IsForSignedIn => true;

    public IActionResult OnPost(string password, string new1, string new2)
    {
        if (!PasswordHash.Fits(password, Customer.PasswordHash))
        {
            return Refuse(ErrorTable.SignInWrong);
        }

        if (PasswordRules.Problem(Say, Customer, new1, new2) is { } problem)
        {
            Notice = new Notice.Bad(problem);
            return Show(StatusCodes.Status400BadRequest);
        }

        Book.SetPassword(Customer.Id, new1);
        Sessions.Begin(HttpContext, Session);
        return Go(BankPaths.Account + "?from=password");
    }
}
