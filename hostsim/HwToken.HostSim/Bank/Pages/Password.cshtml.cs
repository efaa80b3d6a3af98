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
    /// <summary>There is no way round it.</summary>
    public bool IsDue => PasswordRules.IsDue(Customer, Book.Now);

    public bool IsExpired => PasswordRules.IsExpired(Customer, Book.Now);

    protected override bool IsForSignedIn => true;

    public IActionResult OnPost(string password, string new1, string new2)
    {
        // Counted like a sign-in: whoever finds a session open cannot try passwords here.
        switch (Book.Check(Customer.Id, password).Verdict)
        {
            case PasswordVerdict.Locked:
                return Refuse(ErrorTable.PasswordLocked);
            case PasswordVerdict.Wrong:
                return Refuse(ErrorTable.SignInWrong);
        }

        if (PasswordRules.Problem(Say, Customer, new1, new2) is { } problem)
        {
            return Refuse(problem, "new1", "new2");
        }

        Book.SetPassword(Customer.Id, new1);
        Sessions.Begin(HttpContext, Session);
        return Go(BankPaths.Account + "?from=password");
    }
}
