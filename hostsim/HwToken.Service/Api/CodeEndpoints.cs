using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

using Answer = Results<Ok<CodeAnswer>, ProblemHttpResult>;

/// <summary>What relying parties do with codes. A decision is 200, accepted or rejected; what cannot be decided is a problem.</summary>
internal static class CodeEndpoints
{
    public static void Map(IEndpointRouteBuilder app, ApiLimits limits)
    {
        RouteGroupBuilder credentials = ApiGroups.Make(app, ApiRoutes.Credentials, limits.MaxJsonBytes);
        Route(credentials.MapPost("/{id}/validate", ValidateAsync), "Validate", "Sign-in with one code. An accepted code is used up.");
        Route(credentials.MapPost("/{id}/test", TestAsync), "Test", "Token test. Same rules as a sign-in; the code is used up.");
        Route(credentials.MapPost("/{id}/resync", ResyncAsync), "Resync", "Re-aligns the token by two consecutive codes; both are used up.");
        Route(credentials.MapPost("/{id}/activate", ActivateAsync), "Activate", "First enrolment with one code, or with two consecutive codes.");
    }

    public static Answer Of(AttemptOutcome outcome, HttpContext context)
    {
        bool isOperator = context.User.IsInRole(ApiPolicies.Operator);
        if (outcome is AttemptOutcome.Accepted accepted)
        {
            CodeDetails? found = isOperator ? new CodeDetails(null, accepted.MovingFactor, Math.Round(accepted.DriftSeconds, 3), Math.Round(accepted.DriftRatePpm, 4)) : null;
            return TypedResults.Ok(new CodeAnswer("accepted", null, null, Details: found));
        }

        var rejected = (AttemptOutcome.Rejected)outcome;
        RejectReason reason = rejected.Reason;
        ServiceError error = ErrorTable.Of(rejected);
        string language = Problems.Language(context);
        return reason is RejectReason.Malformed or RejectReason.CodesEqual or RejectReason.UnknownCredential
            ? Problems.Of(error, rejected.Digits == 0 ? null : "Nothing was counted.", language)
            : TypedResults.Ok(Rejected(error, language, rejected.TriesLeft, isOperator ? new CodeDetails(reason.ToString(), null, null, null) : null));
    }

    private static CodeAnswer Rejected(ServiceError error, string language, int? triesLeft, CodeDetails? details)
    {
        Cause cause = CauseTable.Of(new LocalText(language), error);
        return new CodeAnswer("rejected", error.Code, error.Message(language), cause.Word, cause.Next, triesLeft, details);
    }

    /// <summary>What was sent is no holder; it is not repeated, it may be somebody's name.</summary>
    public static ProblemHttpResult NoHolder(HttpContext context) => Problems.Of(
        ErrorTable.BadRequest, $"holder is a user name or a number: at most {Holder.MaxLength} ASCII letters, digits and . _ - @ +. Nothing was counted.", Problems.Language(context));

    public static string Actor(HttpContext context) => context.User.Identity?.Name ?? "unknown";

    private static async Task<Answer> ValidateAsync(string id, CodeRequest body, ValidationService service, HttpContext context) =>
        Of(await service.ValidateAsync(id, body.Code, Actor(context), context.RequestAborted).ConfigureAwait(false), context);

    private static async Task<Answer> TestAsync(string id, CodeRequest body, ValidationService service, HttpContext context) =>
        Of(await service.TestAsync(id, body.Code, Actor(context), context.RequestAborted).ConfigureAwait(false), context);

    private static async Task<Answer> ResyncAsync(string id, PairRequest body, ValidationService service, HttpContext context) =>
        Of(await service.ResyncAsync(id, body.Code1, body.Code2, Actor(context), context.RequestAborted).ConfigureAwait(false), context);

    private static async Task<Answer> ActivateAsync(string id, ActivateRequest body, ValidationService service, HttpContext context)
    {
        bool isPair = body.Code1 is not null || body.Code2 is not null;
        if (isPair == body.Code is not null)
        {
            return Problems.Of(ErrorTable.BadRequest, "Give either code, or code1 and code2.", Problems.Language(context));
        }

        if (!Holder.TryRead(body.Holder, out string holder))
        {
            return NoHolder(context);
        }

        (string? first, string? second) = body.Code is not null ? (body.Code, null) : (body.Code1, body.Code2 ?? "");
        return Of(await service.ActivateAsync(id, first, second, Actor(context), holder, context.RequestAborted).ConfigureAwait(false), context);
    }

    private static void Route(RouteHandlerBuilder route, string name, string summary) => route
        .RequireAuthorization(ApiPolicies.RelyingParty)
        .WithName(name)
        .WithSummary(summary)
        .WithProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
}
