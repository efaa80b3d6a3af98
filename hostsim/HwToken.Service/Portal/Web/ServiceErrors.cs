using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Web;

/// <summary>Errors of the service's table on pages.</summary>
internal static class ServiceErrors
{
    /// <summary>The page itself with an error on it.</summary>
    public static IActionResult Refuse(this PortalPage page, ServiceError error, string credentialId = "") =>
        page.Refuse(error.ToNotice(credentialId), error.HttpStatus, Fields.Of(error));

    /// <summary>The page itself with a refusal for whoever has given a password: tells how many tries are left.</summary>
    public static IActionResult Refuse(this PortalPage page, AttemptOutcome.Rejected rejected, string credentialId) => page.Refuse(rejected, ErrorTable.Of(rejected), credentialId);

    /// <summary>The same in words of the page's own.</summary>
    public static IActionResult Refuse(this PortalPage page, AttemptOutcome.Rejected rejected, ServiceError error, string credentialId)
    {
        return page.Refuse(error.ToNotice(credentialId) with { TriesLeft = rejected.TriesLeft }, error.HttpStatus, Fields.Of(error));
    }

    /// <summary>The error as a page tells it.</summary>
    public static Notice.Refused ToNotice(this ServiceError error, string credentialId = "") => new(error.Code, error.Japanese, error.English, credentialId);
}
