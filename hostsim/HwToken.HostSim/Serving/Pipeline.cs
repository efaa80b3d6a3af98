using HwToken.HostSim.Api;
using HwToken.HostSim.Portal;
using HwToken.HostSim.Portal.Web;
using HwToken.HostSim.TokenPage;
using HwToken.HostSim.TokenPage.Live;

namespace HwToken.HostSim.Serving;

/// <summary>What answers which address.</summary>
internal static class Pipeline
{
    /// <summary>Puts failure pages, REST API, portal and token page together, in this order.</summary>
    /// <param name="app">The built host.</param>
    /// <param name="rack">The virtual tokens; null when another server shows them.</param>
    /// <param name="hasBank">The demonstration service is there.</param>
    public static void MapAll(this WebApplication app, TokenRack? rack, bool hasBank)
    {
        if (hasBank)
        {
            // The tray shows codes: a name that somebody else points at this computer (DNS rebinding) must not read them.
            app.UseHostFiltering();
        }

        app.UsePageFailures();
        app.UseHwTokenApi();
        app.MapHwTokenApi();
        app.MapPortal();
        if (rack is null)
        {
            app.MapGet("/", () => Results.Redirect("/portal")).ExcludeFromDescription();
            return;
        }

        app.UseWhen(TokenPageHosting.IsTokenPage, branch => branch.UseTokenPage());
        app.MapTokenPage(rack, TimeProvider.System, hasBank);
    }
}
