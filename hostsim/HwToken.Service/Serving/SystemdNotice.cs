using Microsoft.Extensions.Hosting.Systemd;

namespace HwToken.Service.Serving;

/// <summary>Tells a service manager that asks for it (<c>NOTIFY_SOCKET</c>, Type=notify) when the server is ready and when it ends, and logs in the journal's form.</summary>
internal static class SystemdNotice
{
    /// <summary>By the socket alone, not by the parent process: any manager that speaks the protocol will do.</summary>
    public static void AddSystemdNotice(this WebApplicationBuilder builder)
    {
        if (OperatingSystem.IsWindows() || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOTIFY_SOCKET")))
        {
            // A line each, with its time: what fails again and again must stay readable.
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' "));
            return;
        }

        builder.Logging.AddSystemdConsole();
        builder.Services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        builder.Services.AddSingleton<IHostLifetime, SystemdLifetime>();
    }
}
