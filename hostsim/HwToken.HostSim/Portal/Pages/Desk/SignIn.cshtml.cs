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

    public async Task<IActionResult> OnPostAsync(string name, string password, string code)
    {
        // The code is looked at only behind the right password: nobody else can lock an operator's token.
        Operator? person = operators.Find(name, password);
        if (person is null)
        {
            return Refuse(ErrorTable.SignInWrong);
        }

        AttemptOutcome outcome = await service.ValidateAsync(person.TokenId, code, "desk-sign-in", Cancel).ConfigureAwait(false);
        if (outcome is AttemptOutcome.Rejected rejected)
        {
            return Refuse(ErrorTable.Of(rejected.Reason));
        }

        sessions.Begin(HttpContext, new DeskSession(person.Name));
        return Go("/desk");
    }
}
