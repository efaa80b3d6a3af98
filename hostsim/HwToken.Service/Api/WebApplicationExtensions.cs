using HwToken.Validation.Errors;
using HwToken.Validation.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace HwToken.Service.Api;

/// <summary>Puts the REST API into a host's pipeline.</summary>
internal static class WebApplicationExtensions
{
    /// <summary>Middleware that the API needs, and pages profit from: headers, problem documents, limits, authentication.
    /// Call it before mapping anything.</summary>
    public static WebApplication UseHwTokenApi(this WebApplication app)
    {
        app.Use((context, next) => SecurityHeaders.AddAsync(context, _ => next(context)));
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ApiRoutes.Root),
            api =>
            {
                var handler = new ExceptionHandlerOptions { ExceptionHandler = FailAsync, SuppressDiagnosticsCallback = failure => failure.Exception is StorageException };
                api.UseExceptionHandler(handler);
                api.UseStatusCodePages();
            });
        app.Use(TakeHeadAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(ShowKeyAsync);
        app.UseRateLimiter();
        app.Use(RefuseLargeAsync);
        app.UseAuthorization();
        return app;
    }

    /// <summary>Maps credentials, health, metrics and the OpenAPI document.</summary>
    public static WebApplication MapHwTokenApi(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<MetricsText>();
        ApiLimits limits = app.Services.GetRequiredService<ApiLimits>();
        CodeEndpoints.Map(app, limits);
        DeskEndpoints.Map(app, limits);
        ImportEndpoints.Map(app, limits);
        HealthEndpoints.Map(app);
        app.MapGet(ApiRoutes.Metrics, (MetricsText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4")).ExcludeFromDescription();
        app.MapOpenApi(ApiRoutes.OpenApi);
        return app;
    }

    /// <summary>HEAD is GET without the body (RFC 9110, 9.3.2), which the server leaves out by itself: load balancers look at /healthz so.</summary>
    private static Task TakeHeadAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && Array.Exists(ApiRoutes.Programs, place => context.Request.Path.StartsWithSegments(place)))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>The limits want to know whose request it is, before it is decided what he may do. A key that is none is told from its own text, without
    /// asking the database.</summary>
    private static async Task ShowKeyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is not null
            && await context.AuthenticateAsync(ApiKeyHandler.SchemeName).ConfigureAwait(false) is { Succeeded: true, Principal: { } who })
        {
            context.User = who;
        }

        await next(context).ConfigureAwait(false);
    }

    /// <summary>A body that says itself that it is too large is not read at all: the reader of forms would tell it as something else.</summary>
    private static Task RefuseLargeAsync(HttpContext context, RequestDelegate next)
    {
        long? limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (context.Request.ContentLength > limit && !context.Response.HasStarted && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>A failure is answered as a problem without its insides; a database that is away is "try again".</summary>
    private static Task FailAsync(HttpContext context)
    {
        Exception? cause = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (cause is StorageException storage)
        {
            context.RequestServices.GetRequiredService<StorageFailures>().Note(storage);
        }

        return cause is BadHttpRequestException bad
            ? Results.Problem(statusCode: bad.StatusCode).ExecuteAsync(context)
            : Problems.Of(
                ErrorTable.Unavailable with { HttpStatus = cause is StorageException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError },
                language: Problems.Language(context)).ExecuteAsync(context);
    }
}
