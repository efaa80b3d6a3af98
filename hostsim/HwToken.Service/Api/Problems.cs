using HwToken.Http;
using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457) with the codes of the error table.</summary>
internal static class Problems
{
    /// <summary>Name of the member that holds the code.</summary>
    public const string CodeMember = "error";

    /// <summary>Name of the member with the words for the person.</summary>
    public const string MessageMember = "message";

    /// <summary>Name of the member with the cause as one word.</summary>
    public const string CauseMember = "cause";

    /// <summary>Name of the member with what the person does next.</summary>
    public const string NextMember = "next";

    /// <param name="error">The error.</param>
    /// <param name="detail">More than the table says; null for the table's English.</param>
    /// <param name="language">Language of the <c>message</c> member.</param>
    public static ProblemHttpResult Of(ServiceError error, string? detail = null, string language = "en")
    {
        Cause cause = CauseTable.Of(new LocalText(language), error);
        return TypedResults.Problem(new ProblemDetails
        {
            Type = $"urn:hwtoken:error:{error.Code}",
            Title = error.English,
            Status = error.HttpStatus,
            Detail = detail,
            Extensions = { [CodeMember] = error.Code, [MessageMember] = error.Message(language), [CauseMember] = cause.Word, [NextMember] = cause.Next },
        });
    }

    /// <summary>Gives a code to problems that the framework found (bad JSON, unknown path, failures).</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        ProblemDetails problem = context.ProblemDetails;
        problem.Extensions.Remove("traceId");
        if (problem.Extensions.ContainsKey(CodeMember))
        {
            return;
        }

        ServiceError error = problem.Status switch
        {
            401 => ErrorTable.KeyMissing,
            403 => ErrorTable.KeyForbidden,
            429 => ErrorTable.TooMany,
            >= 500 => ErrorTable.Unavailable,
            _ => ErrorTable.BadRequest,
        };
        problem.Type = $"urn:hwtoken:error:{error.Code}";
        problem.Title = error.English;
        problem.Detail = Hint(problem.Status);
        problem.Extensions[CodeMember] = error.Code;
        problem.Extensions[MessageMember] = error.Message(Language(context.HttpContext));
    }

    private static string? Hint(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "Send exactly what GET /openapi/v1.json describes for this path: codes as text, every member once and none besides.",
        StatusCodes.Status404NotFound => "There is nothing at this path.",
        StatusCodes.Status405MethodNotAllowed => "This path does not take this method.",
        StatusCodes.Status413PayloadTooLarge => "The body is too large for this path. Split a large lot into several files.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json (a seed file as application/xml, text/csv or text/plain).",
        _ => null,
    };

    /// <summary>The language that the caller asks for, as on every page.</summary>
    public static string Language(HttpContext context) => AskedLanguage.Of(context.Request);
}
