using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>An operator signs in with name, password and a code of the own token.</summary>
internal sealed class SignInModel(Operators operators, ValidationService service, EvenTime evenTime) : PortalPage
{
    public override Site Site => Site.Desk;

    /// <summary>The name as it was typed.</summary>
    [Kept]
    public string Typed { get; private set; } = "";

    /// <summary>Whoever was refused reads how a lock is lifted, locked or not: nobody is stuck, and nobody learns anything.</summary>
    [Kept]
    public bool IsRefused { get; private set; }

    public IActionResult OnGet(string from)
    {
        Notice = from == Ended ? SessionEnded() : Notice;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string name, string password, string code)
    {
        Typed = name;

        // The code is looked at only behind the right password: nobody else can lock an operator's token. How long a refusal takes does not
        // tell which operators there are.
        DeskOperator? person = await evenTime.SpendAsync(
            Task.Run(() => operators.CheckAsync(name, password, Cancel), Cancel), Cancel, isVisible: found => found is not null).ConfigureAwait(false);
        IsRefused = true;
        if (person is null)
        {
            return this.Refuse(ErrorTable.SignInWrong with { Japanese = "オペレーター名かパスワードが違います。", English = "Operator name or password wrong." });
        }

        AttemptOutcome outcome = await service.ValidateAsync(person.TokenId, code, "desk-sign-in", Cancel).ConfigureAwait(false);
        if (outcome is AttemptOutcome.Rejected rejected)
        {
            ServiceError error = ErrorTable.Of(rejected);
            return this.Refuse(rejected, error == ErrorTable.CodeRefused ? error with { Japanese = "コードが違うか、使用済みです。新しいコードを入力してください。", English = "Code wrong or used already. Type a new one." } : error, person.TokenId);
        }

        await CookieSessions.BeginAsync(HttpContext, DeskTickets.Scheme, DeskTickets.Principal(DeskSession.Of(person))).ConfigureAwait(false);
        return Go("/desk");
    }
}
