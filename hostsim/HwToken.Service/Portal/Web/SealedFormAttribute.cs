using HwToken.Pskc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.Service.Portal.Web;

/// <summary>
/// On a page that takes a large file which may be secret: the file waits on the disk sealed under a key that lives as long as the request
/// (<see cref="SealedFormReader"/>). Nothing is read of who is not signed in.
/// </summary>
/// <param name="scheme">The sessions that the page asks for (<see cref="CookieSessions"/>).</param>
/// <param name="signIn">Where everybody else is sent.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SealedFormAttribute(string scheme, string signIn) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the limits of size (900), before the check for forgery (1000), which reads the form.</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        HttpContext http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !SealedFormReader.IsMultipart(http.Request))
        {
            return;
        }

        if (await CookieSessions.FindAsync(http, scheme).ConfigureAwait(false) is null)
        {
            context.Result = new SeeOther(signIn);
            return;
        }

        try
        {
            http.Request.Form = await SealedFormReader.ReadAsync(http).ConfigureAwait(false);
        }
        catch (PskcException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        catch (InvalidDataException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException bad)
        {
            context.Result = new StatusCodeResult(bad.StatusCode);
        }
    }
}
