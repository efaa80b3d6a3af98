using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>First registration.</summary>
[CustomersOnly]
internal sealed class RegisterModel(Visit visit, Enrolment enrolment) : BankPage
{
    public Customer Customer => visit.Customer;

    /// <summary>What is asked for, and how it went.</summary>
    [Kept]
    public RegistrationForm Form { get; private set; } = new(HasTwoCodes: false);

    public void OnGet() => Form = EndsVisit ? Form : RegistrationForm.For(Customer, Request) with { Typed = Form.Typed, OffersTwoCodes = Form.OffersTwoCodes };

    public async Task<IActionResult> OnPostAsync(string id, string code, string code1, string code2)
    {
        if (Customer.TokenId is not null)
        {
            return Go(BankPaths.Register);
        }

        RegistrationForm form = RegistrationForm.For(Customer, Request) with { Typed = id };
        (Form, Refusal? refusal) = await enrolment.EnrolAsync(Text, Customer, form, (code, code1, code2), Cancel).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        await visit.EndAsync().ConfigureAwait(false);
        EndsVisit = true;
        return Done(RegistrationForm.SuccessJapanese, RegistrationForm.SuccessEnglish);
    }
}
