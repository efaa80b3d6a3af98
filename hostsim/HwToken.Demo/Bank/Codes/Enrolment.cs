using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Codes;

/// <summary>Registers tokens: each proves itself by one code or by two, as the form has it.</summary>
internal sealed class Enrolment(CustomerBook book, ValidationClient service)
{
    /// <summary>Proves a token and registers it. Codes used here cannot be used to sign in.</summary>
    /// <param name="text">The person's language.</param>
    /// <param name="customer">Whose it becomes.</param>
    /// <param name="form">The form with the token's ID as typed.</param>
    /// <param name="codes">What was typed: the one code, then the two.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The form as it is shown again, and why not; null when it is registered.</returns>
    public async Task<(RegistrationForm Form, Refusal? Refusal)> EnrolAsync(
        LocalText text, Customer customer, RegistrationForm form, (string Code, string Code1, string Code2) codes, CancellationToken cancel)
    {
        string id = Typed.TokenId(form.Typed);
        if (id.Length == 0)
        {
            return (form, Refusals.NoSuchToken(text));
        }

        if (book.IsTaken(id, customer.Id))
        {
            return (form, Refusals.TokenTaken(text));
        }

        TokenCheck check = form.HasTwoCodes
            ? await service.EnrolAsync(text, id, codes.Code1, codes.Code2, customer.Id, cancel).ConfigureAwait(false)
            : await service.EnrolAsync(text, id, codes.Code, customer.Id, cancel).ConfigureAwait(false);
        if (check.Refusal is { } refusal)
        {
            return (form with { OffersTwoCodes = !form.HasTwoCodes && refusal.Cause.Word == CauseWords.CodeRefused }, refusal);
        }

        return book.Register(customer.Id, id) ? (form with { RegisteredId = id }, null) : (form, Refusals.TokenTaken(text));
    }
}
