using HwToken.Service.Api;
using HwToken.Validation;

namespace HwToken.Service.Serving;

/// <summary>The bare web application under every server of this program: what it listens to, what it reads, what it logs.</summary>
internal static class ServiceApp
{
    /// <summary>How the environment variables that this program reads begin.</summary>
    private const string EnvironmentPrefix = "HwToken__";

    /// <summary>Builds a server of the REST API alone; the caller runs and disposes it, and the system after it.</summary>
    public static WebApplication BuildApi(string url, ValidationSystem system, Action<WebApplicationBuilder>? configure = null) =>
        Create(url, system, configure).UseHwTokenApi().MapHwTokenApi();

    /// <summary>Builds a server whose pipeline the caller puts together.</summary>
    public static WebApplication Create(string url, ValidationSystem system, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });

        // The framework's own settings would let an appsettings.json in the current folder, or a variable such as Kestrel__Endpoints__…, serve
        // test secrets to the whole network: nothing is read but our own variables.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection().AddEnvironmentVariables(EnvironmentPrefix);
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = Limits(builder).Connections;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;

            // The desk's filters stand in the address: one that is too long is answered by a page too, not by an empty 414.
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddSystemdNotice();

        // The web keys lie in a folder of mode 0700; there is no other encryptor to ask for on every system.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // A failure page stands in the place of a refused form and cannot limit again what has been read: no news, and guessers would fill the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Mvc.Filters", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error);

        // A line for each connection over the bound would let strangers fill the disk.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);

        // A start that fails (port taken) is explained by the command that starts the server.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        configure?.Invoke(builder);
        builder.Services.AddHwTokenValidation(system, Limits(builder));
        return builder.Build();
    }

    private static ApiLimits Limits(WebApplicationBuilder builder) => builder.Configuration.GetSection(ApiLimits.Section).Get<ApiLimits>() ?? new ApiLimits();
}
