using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Password change: forced at the first sign-in and after 90 days, allowed at any time.</summary>
[CustomersOnly(SignedIn = true)]
internal sealed class PasswordModel(CustomerBook book, Visit visit) : BankPage
{
    public Customer Customer => visit.Customer;

    /// <summary>There is no way round it.</summary>
    public bool IsDue => PasswordRules.IsDue(Customer, book.Now);

    /// <summary>Says at once that the old one has expired.</summary>
    public void OnGet()
    {
        if (PasswordRules.IsExpired(Customer, book.Now))
        {
            Refusal expired = Refusals.Of(Text, Obstacle.PasswordExpired);
            Notice = new Notice.Refused(expired.Code, expired.Message, expired.Message);
        }
    }

    public async Task<IActionResult> OnPostAsync(string password, string new1, string new2)
    {
        // Counted like a sign-in: whoever finds a session open cannot try passwords here.
        switch (book.Check(Customer.Id, password).Verdict)
        {
            case PasswordVerdict.Locked:
                return Refuse(Obstacle.PasswordLocked);
            case PasswordVerdict.Wrong:
                return Refuse(Obstacle.SignInWrong);
        }

        if (PasswordRules.Problem(Customer, new1, new2) is var (japanese, english))
        {
            return Refuse(japanese, english, "new1", "new2");
        }

        book.SetPassword(Customer.Id, new1);
        await visit.ContinueAsync(visit.Session).ConfigureAwait(false);
        return Go(BankPaths.Account + "?from=password");
    }
}
