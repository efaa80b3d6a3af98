using System.Threading.RateLimiting;
using HwToken.Core;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.RateLimiting;

namespace HwToken.HostSim.Api;

/// <summary>Limits per address and per credential. They spare the server; what keeps guessers out is the lock in the database.</summary>
internal static class RateLimits
{
    public static void Configure(RateLimiterOptions options, ApiLimits limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "1";
            await Problems.Of(ErrorTable.TooMany, language: Problems.Language(context.HttpContext)).ExecuteAsync(context.HttpContext).ConfigureAwait(false);
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Address(context, limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Credential(context, limits)));
    }

    private static RateLimitPartition<string> Address(HttpContext context, ApiLimits limits) => IsApi(context)
        ? RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * limits.PerAddressPerSecond,
            TokensPerPeriod = limits.PerAddressPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        })
        : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Credential(HttpContext context, ApiLimits limits) =>
        IsApi(context) && context.GetRouteValue("id") is string typed && CredentialId.TryParse(typed, out string id)
            ? RateLimitPartition.GetSlidingWindowLimiter(id, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limits.PerCredentialPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("");

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiRoutes.Root);
}
