using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>
/// Tells a person which cause applies. It knows more than a public page may say, so it asks for the password. Asking counts like a sign-in:
/// anything milder would let guessers ask here. The code comes last, when nothing else keeps the person out, and a code that is known to be
/// used is not sent to the service: neither burns a code or counts a failure for nothing.
/// </summary>
internal sealed class WhyModel(CustomerBook book, ValidationClient service, Visit visit, EvenTime evenTime) : BankPage
{
    [Kept]
    public Cause? Cause { get; private set; }

    public async Task<IActionResult> OnPostAsync(string user, string password, string code)
    {
        TypedUser = user;
        (Customer? customer, Obstacle? obstacle) = await book.IdentifyAsync(user, password, evenTime, Cancel).ConfigureAwait(false);
        if (obstacle is null && PasswordRules.IsExpired(customer!, book.Now))
        {
            obstacle = Obstacle.PasswordExpired;
        }

        if (obstacle is { } what)
        {
            Answer(Refusals.Of(Text, what), customer?.TokenId);
        }
        else if (customer!.TokenId is not { } id)
        {
            Cause = BankCauses.NoToken(Text);
            Notice = Fine();
        }
        else if (string.IsNullOrWhiteSpace(code))
        {
            Cause = BankCauses.CodeWanted(Text, id);
        }
        else
        {
            await LookAtAsync(customer, id, code).ConfigureAwait(false);
        }

        // The question was answered, whatever the answer is.
        return Show();
    }

    private async Task LookAtAsync(Customer customer, string id, string code)
    {
        if (service.IsUsed(id, code))
        {
            Answer(Refusals.CodeUsed(Text), id);
            return;
        }

        TokenCheck check = await service.ValidateAsync(Text, id, code, Cancel).ConfigureAwait(false);
        if (check.Refusal is not { } refusal)
        {
            Cause = BankCauses.Nothing(Text);
            Notice = Fine();
            return;
        }

        Answer(refusal, id);
        if (refusal.Cause.Word == CauseWords.CodeRefused)
        {
            // The password was right: the way to the drift correction is open.
            await visit.ContinueAsync(new BankSession(customer.Id, Errand.SignIn)).ConfigureAwait(false);
        }
    }

    private void Answer(Refusal refusal, string? tokenId)
    {
        Cause = refusal.Cause;
        Refuse(refusal, tokenId ?? "");
    }

    private static Notice.Good Fine() => new("問題は見つかりませんでした。", "Nothing is wrong.");
}
