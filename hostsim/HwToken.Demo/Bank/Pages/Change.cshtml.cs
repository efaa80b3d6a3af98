using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Change of token: a code of the old one, then the new one's ID and code. Who has no old one calls the desk.</summary>
[CustomersOnly]
internal sealed class ChangeModel(Visit visit, Enrolment enrolment, ValidationClient service) : BankPage
{
    public Customer Customer => visit.Customer;

    /// <summary>A code of the old token was right. Only the new one can need two: the old one is registered, and can be reset.</summary>
    public bool IsOldTokenProven => visit.Session.IsOldTokenProven;

    /// <summary>What is asked for of the new token, and how it went.</summary>
    [Kept]
    public RegistrationForm Form { get; private set; } = new(HasTwoCodes: false);

    /// <summary>The old token, which nobody uses here any more; null before the change.</summary>
    [Kept]
    public string? FreedId { get; private set; }

    public void OnGet() => Form = EndsVisit ? Form : RegistrationForm.For(Customer, Request) with { Typed = Form.Typed, OffersTwoCodes = Form.OffersTwoCodes };

    public async Task<IActionResult> OnPostAsync(string id, string code, string code1, string code2)
    {
        Form = RegistrationForm.For(Customer, Request) with { Typed = id };
        if (Customer.TokenId is not { } old)
        {
            return Go(BankPaths.Register);
        }

        if (!IsOldTokenProven)
        {
            TokenCheck check = await service.ValidateAsync(Text, old, code, Cancel).ConfigureAwait(false);
            if (check.Refusal is { } wrong)
            {
                return RefuseOrShut(wrong, old);
            }

            await visit.ContinueAsync(visit.Session with { IsOldTokenProven = true }).ConfigureAwait(false);
            return Go(BankPaths.Change);
        }

        (Form, Refusal? refusal) = await enrolment.EnrolAsync(Text, Customer, Form, (code, code1, code2), Cancel).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        FreedId = old;
        await visit.EndAsync().ConfigureAwait(false);
        EndsVisit = true;
        return Done(RegistrationForm.SuccessJapanese, RegistrationForm.SuccessEnglish);
    }
}
