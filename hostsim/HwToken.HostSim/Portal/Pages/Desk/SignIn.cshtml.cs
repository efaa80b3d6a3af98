using HwToken.HostSim.Portal.Accounts;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>An operator signs in with name, password and a code of the own token.</summary>
internal sealed class SignInModel(Operators operators, ValidationService service, Sessions<DeskSession> sessions) : PortalPage
{
    public const string Path = "/desk/sign-in";

    public override Site Site => Site.Desk;

    /// <summary>The name as it was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>The operator behind the right password whom a lock keeps out; null for everybody else.</summary>
    public string? ShutOut { get; private set; }

    public IActionResult OnGet(string from)
    {
        Notice = from == Ended ? SessionEnded() : null;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string name, string password, string code)
    {
        Typed = name;

        // The code is looked at only behind the right password: nobody else can lock an operator's token. How long a refusal takes does not
        // tell which operators there are.
        (PasswordVerdict verdict, Operator? person) = await EvenTime.SpendAsync(
            Task.Run(() => operators.Check(name, password), Cancel), Cancel, isTold: found => found.Verdict != PasswordVerdict.Wrong).ConfigureAwait(false);
        if (person is null)
        {
            return Refuse(ErrorTable.SignInWrong);
        }

        if (verdict == PasswordVerdict.Locked)
        {
            ShutOut = person.Name;
            return Refuse(ErrorTable.PasswordLocked);
        }

        AttemptOutcome outcome = await service.ValidateAsync(person.TokenId, code, "desk-sign-in", Cancel).ConfigureAwait(false);
        if (outcome is AttemptOutcome.Rejected { Reason: var reason })
        {
            ShutOut = reason is RejectReason.Locked or RejectReason.Suspended or RejectReason.Revoked ? person.Name : null;
            return Refuse(ErrorTable.Of(reason), person.TokenId);
        }

        sessions.Begin(HttpContext, new DeskSession(person.Name, person.TokenId));
        return Go("/desk");
    }
}
