using System.Globalization;
using System.Threading.RateLimiting;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HwToken.Service.Api;

/// <summary>
/// Limits of the API per client and per credential, and of pages per address. A client that has shown its API key counts by the key, so that nobody else uses
/// its share up; anybody else by the address. They spare the server; what keeps guessers out is in the database.
/// </summary>
internal static class RateLimits
{
    public static void Configure(RateLimiterOptions options, ApiLimits limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan given) ? given : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

            // To people the answer is a page: whoever is around this (PageFailures) writes it, in their language.
            if (IsApi(context.HttpContext))
            {
                await Problems.Of(ErrorTable.TooMany, language: Problems.Language(context.HttpContext)).ExecuteAsync(context.HttpContext).ConfigureAwait(false);
            }
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Client(context, limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Credential(context, limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Form(context, limits)));
    }

    private static RateLimitPartition<string> Client(HttpContext context, ApiLimits limits) => IsLimited(context)
        ? RateLimitPartition.GetTokenBucketLimiter(KeyOf(context) ?? "address " + ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * limits.PerClientPerSecond,
            TokensPerPeriod = limits.PerClientPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        })
        : RateLimitPartition.GetNoLimiter("");

    /// <summary>Only who has a key is told anything about a credential: requests without one are refused and count for nobody.</summary>
    private static RateLimitPartition<string> Credential(HttpContext context, ApiLimits limits) =>
        IsLimited(context) && KeyOf(context) is { } key && context.GetRouteValue("id") is string typed && AnyCredentialId.TryKey(typed, out string id)
            ? RateLimitPartition.GetSlidingWindowLimiter($"{key} {id}", _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limits.PerCredentialPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Form(HttpContext context, ApiLimits limits) => IsForm(context)
        ? RateLimitPartition.GetTokenBucketLimiter("form " + ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.PageFormsPerAddressPerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.PageFormsPerAddressPerMinute,
            QueueLimit = 0,
        })
        : RateLimitPartition.GetNoLimiter("");

    /// <summary>Something posted to a page, of whichever room. A failure page that stands in the place of a refused form is not a form again.</summary>
    private static bool IsForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null;

    private static bool IsLimited(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is not null;

    /// <summary>The name of the API key that was shown, once it was found good; null without one.</summary>
    private static string? KeyOf(HttpContext context) => context.User.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyHandler.SchemeName } who ? who.Name : null;

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiRoutes.Root);
}

/// <summary>Stands on a group of routes whose requests are limited (<see cref="RateLimits"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitedAttribute : Attribute;
