using HwToken.Http;
using HwToken.Validation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HwToken.Service.Api;

/// <summary>Puts the validation service and its REST API into a host.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Registers the opened service, API keys as an authentication scheme, limits, problem documents, OpenAPI and metrics.
    /// The caller disposes the system after the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="system">The opened service.</param>
    /// <param name="limits">Limits; null for the defaults.</param>
    public static IServiceCollection AddHwTokenValidation(this IServiceCollection services, ValidationSystem system, ApiLimits? limits = null)
    {
        limits ??= new ApiLimits();
        services.AddSingleton(limits);
        services.TryAddSingleton(system.Service);
        services.AddSingleton(system.Public);
        services.AddSingleton(system.Desk);
        services.AddSingleton(system.ApiKeys);
        services.AddSingleton(system.Importer);
        services.AddSingleton(system.Audit);
        services.AddSingleton(system.Search).AddSingleton(system.AuditSearch).AddSingleton(system.Fleet);
        services.AddSingleton(system);
        services.AddSingleton(provider => new StorageFailures(provider.GetRequiredService<ILogger<StorageFailures>>(), system.Time));
        services.AddSingleton<MetricsText>();
        // Cookies and anti-forgery tokens of pages are protected under keys in the data folder: nothing is kept outside it.
        services.AddDataProtection().SetApplicationName("HwToken").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(system.DataFolderPath, "web-keys")));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiPolicies.RelyingParty, policy => ApiPolicies.Build(policy, ApiPolicies.RelyingParty, ApiPolicies.Operator))
            .AddPolicy(ApiPolicies.Operator, policy => ApiPolicies.Build(policy, ApiPolicies.Operator));
        services.AddRateLimiter(options => RateLimits.Configure(options, limits));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        services.AddStrictJson();
        services.AddOpenApi("v1", OpenApiText.Configure);
        return services;
    }
}
