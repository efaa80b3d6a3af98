using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages;

/// <summary>The token test.</summary>
internal sealed class TestModel(PublicTokenService service, EvenTime evenTime) : PortalPage
{
    /// <summary>The ID as it was typed, then as it is written.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The code was accepted.</summary>
    public bool IsPassed { get; private set; }

    public async Task<IActionResult> OnPostAsync(string id, string code)
    {
        Id = id;
        if (!AnyCredentialId.TryKey(id, out string parsed))
        {
            this.Refuse(ErrorTable.UnknownCredential);
            return Show(StatusCodes.Status400BadRequest);
        }

        Id = parsed;
        AttemptOutcome outcome = await evenTime.SpendAsync(service.TestAsync(Id, code, Cancel), Cancel).ConfigureAwait(false);
        if (PublicAnswer.Of(outcome, ErrorTable.CodeRefused) is { } error)
        {
            return this.Refuse(error, Id);
        }

        IsPassed = true;
        return Done(Text.In("トークンは正しく動いています。", "The token works."));
    }
}
