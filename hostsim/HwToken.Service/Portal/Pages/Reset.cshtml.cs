using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages;

/// <summary>The token reset: credential ID (<c>/reset</c>), then two codes (<c>/reset/codes</c>), then how it went.</summary>
internal sealed class ResetModel(PublicTokenService service, EvenTime evenTime) : PortalPage
{
    private const string Path = "/reset";

    [Kept]
    public ResetStep Step { get; private set; }

    [Kept]
    public string Id { get; private set; } = "";

    /// <summary>Only the form of the ID is judged here: nobody learns here whether there is such a token.</summary>
    public IActionResult OnPost(string id)
    {
        if (AnyCredentialId.TryKey(id, out string parsed))
        {
            Id = parsed;
            Step = ResetStep.Codes;
            return Show();
        }

        Step = ResetStep.NoSuchId;
        return this.Refuse(ErrorTable.UnknownCredential with { HttpStatus = StatusCodes.Status400BadRequest });
    }

    /// <summary>Shows what the codes came to; without that the reset begins with the ID.</summary>
    public IActionResult OnGetCodes() => Step == ResetStep.Id ? Go(Path) : Show();

    public async Task<IActionResult> OnPostCodesAsync(string id, string code1, string code2)
    {
        if (!AnyCredentialId.TryKey(id, out string parsed))
        {
            return Go(Path);
        }

        Id = parsed;
        AttemptOutcome outcome = await evenTime.SpendAsync(service.ResetAsync(Id, code1, code2, Cancel), Cancel).ConfigureAwait(false);
        if (PublicAnswer.Of(outcome, ErrorTable.NotConsecutive) is not { } error)
        {
            Step = ResetStep.Done;
            return Done("リセットが完了しました。次回からは、いつもどおりお使いいただけます。", "The token is back in step. From now on use it as usual.");
        }

        // Codes that are not six digits were not looked at: both are made anew on the same page.
        Step = error == ErrorTable.NotSixDigits || error == ErrorTable.CodesEqual ? ResetStep.Codes : error == ErrorTable.PublicClosed ? ResetStep.Closed : ResetStep.Failed;
        return this.Refuse(error, Id);
    }
}
