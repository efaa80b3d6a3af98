using HwToken.Pskc;
using HwToken.Validation;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

using View = Results<Ok<CredentialView>, ProblemHttpResult>;

/// <summary>What operators do.</summary>
internal static class DeskEndpoints
{
    private static readonly int[] ReplaceProblems =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone,
        StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status423Locked,
    ];

    /// <summary>Characters of a reason, as on the desk's pages.</summary>
    private const int MaxReason = 64;

    public static void Map(IEndpointRouteBuilder app, ApiLimits limits)
    {
        RouteGroupBuilder credentials = ApiGroups.Make(app, ApiRoutes.Credentials, limits.MaxJsonBytes);
        Route(credentials.MapGet("/", SearchAsync), "Search", "Credentials whose ID begins so.", StatusCodes.Status400BadRequest);
        Route(credentials.MapGet("/{id}", GetAsync), "Get", "State, failures, drift.", StatusCodes.Status404NotFound);
        Verb(credentials, DeskVerb.Unlock, "Lifts the lock.");
        Verb(credentials, DeskVerb.Suspend, "Lost: its codes are refused until it is resumed.");
        Verb(credentials, DeskVerb.Resume, "Found again.");
        Verb(credentials, DeskVerb.Revoke, "Refuses its codes for good.");
        Route(
            credentials.MapPut("/{id}/holder", SetHolderAsync),
            "SetHolder",
            "Says whose a token is. The audit tells that it was set, changed or removed, never who it is; a revoked token is nobody's.",
            StatusCodes.Status400BadRequest,
            StatusCodes.Status404NotFound,
            StatusCodes.Status410Gone,
            StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType);
        Route(ApiGroups.Make(app, ApiRoutes.Replacements, limits.MaxJsonBytes).MapPost("", ReplaceAsync), "Replace", "Enrols a new token and revokes the old one, both or neither.", ReplaceProblems);
        RouteGroupBuilder audit = ApiGroups.Make(app, ApiRoutes.Audit, limits.MaxJsonBytes);
        Route(audit.MapGet("", AuditAsync), "Audit", "The audit, newest first.", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        Route(audit.MapPost("/verify", VerifyAsync), "VerifyAudit", "Recomputes the audit's hash chains.", StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Ok<IReadOnlyList<CredentialView>>> SearchAsync(CredentialDesk desk, HttpContext context, string? prefix = null, int limit = 50) =>
        TypedResults.Ok(await desk.SearchAsync(prefix ?? "", limit, context.RequestAborted).ConfigureAwait(false));

    private static async Task<View> GetAsync(string id, CredentialDesk desk, HttpContext context) =>
        await desk.GetAsync(id, context.RequestAborted).ConfigureAwait(false) is { } view
            ? TypedResults.Ok(view)
            : Problems.Of(ErrorTable.UnknownCredential, language: Problems.Language(context));

    private static void Verb(RouteGroupBuilder credentials, DeskVerb verb, string summary) => Route(
        credentials.MapPost($"/{{id}}/{verb.ToString().ToLowerInvariant()}", (string id, CredentialDesk desk, HttpContext context) => ApplyAsync(id, verb, desk, context)),
        verb.ToString(),
        summary,
        StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict,
        StatusCodes.Status410Gone,
        StatusCodes.Status413PayloadTooLarge);

    private static async Task<View> ApplyAsync(string id, DeskVerb verb, CredentialDesk desk, HttpContext context)
    {
        DeskResult result = await desk.ApplyAsync(id, verb, CodeEndpoints.Actor(context), context.RequestAborted).ConfigureAwait(false);
        return result.Refusal is { } refusal
            ? Problems.Of(ErrorTable.Of(refusal), language: Problems.Language(context))
            : TypedResults.Ok(result.Credential!);
    }

    private static async Task<View> SetHolderAsync(string id, HolderRequest body, CredentialDesk desk, HttpContext context)
    {
        if (!Holder.TryRead(body.Holder, out string holder))
        {
            return CodeEndpoints.NoHolder(context);
        }

        if (body.Reason is { Length: > MaxReason })
        {
            return Problems.Of(ErrorTable.BadRequest, $"reason has at most {MaxReason} characters.", Problems.Language(context));
        }

        DeskResult result = await desk.SetHolderAsync(id, holder, CodeEndpoints.Actor(context), body.Reason ?? "", context.RequestAborted).ConfigureAwait(false);
        return result.Refusal is { } refusal
            ? Problems.Of(ErrorTable.Of(refusal), language: Problems.Language(context))
            : TypedResults.Ok(result.Credential!);
    }

    private static async Task<Results<Ok<CodeAnswer>, ProblemHttpResult>> ReplaceAsync(ReplaceRequest body, CredentialDesk desk, HttpContext context)
    {
        ReplaceResult result = await desk.ReplaceAsync(
            body.Old, body.New, body.Code, body.OldCode, CodeEndpoints.Actor(context), context.RequestAborted).ConfigureAwait(false);
        return result.Outcome is AttemptOutcome.Rejected rejected && AnyCredentialId.TryKey(result.CredentialId, out string at)
            ? Problems.Of(ErrorTable.Of(rejected), $"Decided by {at}; nothing was replaced.", Problems.Language(context))
            : CodeEndpoints.Of(result.Outcome, context);
    }

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> AuditAsync(
        AuditTrail audit, HttpContext context, string? credential = null, long? before = null, int limit = 100)
    {
        string? id = null;
        return credential is not null && !AnyCredentialId.TryKey(credential, out id)
            ? Problems.Of(ErrorTable.UnknownCredential, language: Problems.Language(context))
            : TypedResults.Ok(await audit.ReadAsync(id, before, limit, context.RequestAborted).ConfigureAwait(false));
    }

    private static async Task<Ok<AuditVerdict>> VerifyAsync(AuditTrail audit, HttpContext context) =>
        TypedResults.Ok(await audit.VerifyAsync(context.RequestAborted).ConfigureAwait(false));

    private static void Route(RouteHandlerBuilder route, string name, string summary, params int[] problems) => route
        .RequireAuthorization(ApiPolicies.Operator)
        .WithName(name)
        .WithSummary(summary)
        .WithProblems([StatusCodes.Status403Forbidden, .. problems]);
}
