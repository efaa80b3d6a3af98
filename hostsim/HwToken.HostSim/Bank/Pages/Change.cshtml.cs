using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Change of token: a code of the old one, then the new one's ID and code. Who has no old one calls the desk.</summary>
internal sealed class ChangeModel(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : EnrolPage(book, sessions, service)
{
    /// <summary>Only the new token can need it: the old one is registered, and can be reset.</summary>
    public override bool OffersTwoCodes => Session.IsOldTokenProven && base.OffersTwoCodes;

    public async Task<IActionResult> OnPostAsync(string id, string code, string code1, string code2)
    {
        if (Customer.TokenId is not { } old)
        {
            return Go(BankPaths.Register);
        }

        if (!Session.IsOldTokenProven)
        {
            TokenCheck check = await Service.ValidateAsync(old, code, Cancel).ConfigureAwait(false);
            if (check.Error is { } wrong)
            {
                return Refuse(wrong, old);
            }

            Sessions.Begin(HttpContext, Session with { IsOldTokenProven = true });
            return Go(BankPaths.Change);
        }

        return await EnrolAsync(id, code, code1, code2).ConfigureAwait(false) is { } error ? Refuse(error) : Show();
    }
}
