using HwToken.HostSim.Bank.Causes;
using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Causes;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>
/// Tells a person which cause applies. It knows more than a public page may say, so it asks for the password. Asking counts like a sign-in:
/// anything milder would let guessers ask here. The code comes last, when nothing else keeps the person out, and a code that is known to be
/// used is not sent to the service: neither burns a code or counts a failure for nothing.
/// </summary>
internal sealed class WhyModel(CustomerBook book, ValidationClient service, Sessions<BankSession> sessions) : BankPage
{
    public Cause? Cause { get; private set; }

    public async Task<IActionResult> OnPostAsync(string user, string password, string code)
    {
        TypedUser = user;
        (Customer? customer, ServiceError? error) = await book.IdentifyAsync(user, password, Cancel).ConfigureAwait(false);
        if (customer is null || error is not null)
        {
            Cause = customer is not null && error == ErrorTable.Suspended ? BankCauses.ReportedLost(Say) : BankCauses.Of(Say, error!);
        }
        else if (PasswordRules.IsExpired(customer, book.Now))
        {
            error = ErrorTable.PasswordExpired;
            Cause = BankCauses.Of(Say, error);
        }
        else if (customer.TokenId is not { } id)
        {
            Cause = BankCauses.NoToken(Say);
            Notice = Fine();
        }
        else if (string.IsNullOrWhiteSpace(code))
        {
            Cause = BankCauses.CodeWanted(Say, id);
        }
        else
        {
            error = await LookAtAsync(customer, id, code).ConfigureAwait(false);
        }

        if (error is not null)
        {
            Refuse(error, customer?.TokenId ?? "");
        }

        // The question was answered, whatever the answer is.
        return Show();
    }

    private async Task<ServiceError?> LookAtAsync(Customer customer, string id, string code)
    {
        if (service.IsUsed(id, code))
        {
            Cause = BankCauses.CodeUsed(Say);
            return ErrorTable.CodeRefused;
        }

        ServiceError? error = (await service.ValidateAsync(id, code, Cancel).ConfigureAwait(false)).Error;
        Cause = error is null ? BankCauses.Nothing(Say) : BankCauses.Of(Say, error);
        Notice = error is null ? Fine() : null;
        if (error == ErrorTable.CodeRefused)
        {
            // The password was right: the way to the drift correction is open.
            sessions.Begin(HttpContext, new BankSession(customer.Id, Errand.SignIn));
        }

        return error;
    }

    private Notice.Good Fine() => new(Say.In("問題は見つかりませんでした。", "Nothing is wrong."));
}
