using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Tells a person which cause applies. It knows more than a public page may say, so it asks for the password.</summary>
internal sealed class WhyModel(CustomerBook book, ValidationClient service) : BankPage
{
    public ServiceError? Cause { get; private set; }

    public async Task<IActionResult> OnPostAsync(string user, string password, string code)
    {
        (Customer? customer, Cause) = book.Identify(user, password);
        if (Cause is null && customer is not null)
        {
            Cause = PasswordRules.IsExpired(customer, book.Now) ? ErrorTable.PasswordExpired : await AskAsync(customer, code).ConfigureAwait(false);
        }

        if (Cause is null)
        {
            return Done(Say.In("問題は見つかりませんでした。新しいコードでサインインしてください。", "Nothing is wrong. Sign in with a new code."));
        }

        Refuse(Cause);
        return Show();
    }

    private async Task<ServiceError?> AskAsync(Customer customer, string code) => customer.TokenId is { } id
        ? (await service.ValidateAsync(id, code, Cancel).ConfigureAwait(false)).Error
        : null;
}
