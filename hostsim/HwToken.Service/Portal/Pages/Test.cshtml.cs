using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages;

/// <summary>The token test.</summary>
internal sealed class TestModel(PublicTokenService service, EvenTime evenTime) : PortalPage
{
    /// <summary>The ID as it was typed, then as it is written.</summary>
    [Kept]
    public string Id { get; private set; } = "";

    /// <summary>The code was accepted.</summary>
    [Kept]
    public bool IsPassed { get; private set; }

    /// <summary>The page is closed for this ID.</summary>
    [Kept]
    public bool IsClosed { get; private set; }

    /// <summary>The code did not fit: the ID is worth a second look, whichever it is.</summary>
    [Kept]
    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnPostAsync(string id, string code)
    {
        Id = id;
        if (!AnyCredentialId.TryKey(id, out string parsed))
        {
            return this.Refuse(ErrorTable.UnknownCredential with { HttpStatus = StatusCodes.Status400BadRequest });
        }

        Id = parsed;
        AttemptOutcome outcome = await evenTime.SpendAsync(service.TestAsync(Id, code, Cancel), Cancel).ConfigureAwait(false);
        if (PublicAnswer.Of(outcome, ErrorTable.CodeRefused) is { } error)
        {
            IsClosed = error == ErrorTable.PublicClosed;
            IsRefused = error == ErrorTable.CodeRefused;
            return this.Refuse(error, Id);
        }

        IsPassed = true;
        return Done("トークンは正しく動作しています。", "The token works.");
    }
}
