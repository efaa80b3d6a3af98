using HwToken.Core;
using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Bank.Service;
using HwToken.HostSim.Bank.Visits;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>A page that registers a token: token ID and one code, or token ID and two codes, as the customer's product has it.</summary>
internal abstract class EnrolPage(CustomerBook book, Sessions<BankSession> sessions, ValidationClient service) : KnownPage(book, sessions)
{
    /// <summary>The token ID as it was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>The token that has been registered just now.</summary>
    public string? RegisteredId { get; private set; }

    /// <summary>Two codes are asked for: the product has it so, or one code was not enough because the token is far ahead. A token that was
    /// never registered cannot be reset, so that this is its only way in.</summary>
    public bool HasTwoCodes => Customer.Form == EnrolmentForm.TwoCodes || Request.Query["codes"] == "2";

    /// <summary>One code did not fit: the token may be out of step.</summary>
    public virtual bool OffersTwoCodes => !HasTwoCodes && Notice is Notice.Error { What: var what } && what == ErrorTable.CodeRefused;

    protected ValidationClient Service => service;

    /// <summary>Proves a token and registers it. Codes used here cannot be used to sign in: the sign-in begins anew.</summary>
    /// <returns>Null when it is registered.</returns>
    protected async Task<ServiceError?> EnrolAsync(string typed, string code, string code1, string code2)
    {
        Typed = typed;
        if (!CredentialId.TryParse(typed, out string id))
        {
            return ErrorTable.UnknownCredential;
        }

        if (Book.IsTaken(id, Customer.Id))
        {
            return ErrorTable.AlreadyEnrolled;
        }

        TokenCheck check = HasTwoCodes
            ? await service.EnrolAsync(id, code1, code2, Cancel).ConfigureAwait(false)
            : await service.EnrolAsync(id, code, Cancel).ConfigureAwait(false);
        if (check.Error is { } error)
        {
            return error;
        }

        if (!Book.Register(Customer.Id, id))
        {
            return ErrorTable.AlreadyEnrolled;
        }

        RegisteredId = id;
        Notice = new Notice.Good(Say.In("次回のサインインからコードが必要です。登録に使ったコードは使えません。", "From now on every sign-in needs a code. The codes used here are used up."));
        Sessions.End(HttpContext);
        return null;
    }
}
