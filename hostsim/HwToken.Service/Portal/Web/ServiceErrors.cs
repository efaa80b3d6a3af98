using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Web;

/// <summary>Errors of the service's table on pages.</summary>
internal static class ServiceErrors
{
    /// <summary>The page itself with an error on it.</summary>
    public static IActionResult Refuse(this PortalPage page, ServiceError error, string credentialId = "") =>
        page.Refuse(error.On(page, credentialId), error.HttpStatus, Fields.Of(error));

    /// <summary>The error in the language of a page.</summary>
    public static Notice.Refused On(this ServiceError error, PortalPage page, string credentialId = "") => new(error.Code, error.Message(page.Text.Language), credentialId);
}
