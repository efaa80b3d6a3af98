using System.Globalization;
using System.Text.Json;
using HwToken.Rack;
using HwToken.Simulator.Leases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace HwToken.TokenPage.Security;

/// <summary>Turns refusals into problem texts (RFC 9457) with the stable <c>code</c> that the page translates.</summary>
internal static class PageProblems
{
    /// <summary>Catches refusals of everything behind it.</summary>
    public static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null })
            {
                int status = context.Response.StatusCode;
                RefusalException why = status is StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType ? RefusalException.BadBody() : RefusalException.NoAddress();
                await Describe(status, why.Code, why.Message).ExecuteAsync(context).ConfigureAwait(false);
            }
        }
        catch (RefusalException e) when (!context.Response.HasStarted)
        {
            await Describe(e.Status, e.Code, e.Message).ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (LeaseException e) when (!context.Response.HasStarted)
        {
            if (e.RetryAfter is { } after)
            {
                context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            }

            await Describe(StatusOf(e.Fault), JsonNamingPolicy.CamelCase.ConvertName(e.Fault.ToString()), e.Message).ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Describe(e.StatusCode, "badRequest", RefusalException.BadBody().Message).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private static int StatusOf(LeaseFault fault) => fault switch
    {
        LeaseFault.NoSuchPool or LeaseFault.NoSuchLease => StatusCodes.Status404NotFound,
        LeaseFault.NoTokenFree or LeaseFault.NotYet => StatusCodes.Status503ServiceUnavailable,
        LeaseFault.NotKept => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Written as it stands: the host's own way of completing problems belongs to the REST API and would replace the code.</summary>
    private static JsonHttpResult<ProblemDetails> Describe(int status, string code, string detail) => TypedResults.Json(
        new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail, Extensions = { ["code"] = code } },
        contentType: "application/problem+json",
        statusCode: status);
}
