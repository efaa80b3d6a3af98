using System.Globalization;
using HwToken.HostSim.Portal.Web;
using HwToken.HostSim.TokenPage;
using HwToken.HostSim.TokenPage.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.HostSim.Demo.Pages;

/// <summary>
/// The tray beside every page: the virtual tokens and the two clocks (<c>/demo/tray</c>), and what its buttons post to
/// (<c>/demo/press</c>, <c>/demo/clock</c>). Works without scripts; with them it keeps itself fresh.
/// </summary>
internal sealed class TrayModel(TokenRack rack, DemoClock clock, DemoWorld world) : PortalPage
{
    private const string Path = "/demo/tray";
    private const int MostBack = 86_400;
    private const int MostAhead = 400 * 86_400;
    private const double MostPpm = 100_000;

    /// <summary>It stands inside our own pages.</summary>
    private const string InnerPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    public DemoClock Clock => clock;

    public IReadOnlyList<TrayToken> Tokens { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers.ContentSecurityPolicy = InnerPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    public void OnGet() => Tokens = [.. rack.Slots.Select(slot => TrayToken.Of(slot, world.OperatorTokenId))];

    public IActionResult OnPostPress(string token)
    {
        try
        {
            rack[token].Press();
            return Go(Path);
        }
        catch (PageException refused)
        {
            return StatusCode(refused.Status);
        }
    }

    public IActionResult OnPostClock(string who, string by, string ppm)
    {
        TimeSpan span = TimeSpan.FromSeconds(int.TryParse(by, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) ? Math.Clamp(seconds, -MostBack, MostAhead) : 0);
        switch (who)
        {
            case "true":
                clock.Follow();
                rack.Slots.ToList().ForEach(slot => slot.Follow());
                break;
            case "ppm" when double.TryParse(ppm, NumberStyles.Float, CultureInfo.InvariantCulture, out double error) && Math.Abs(error) <= MostPpm:
                clock.Ppm = error;
                break;
            case "server":
                clock.Jump(span);
                break;
            case "tokens":
                Skip(span);
                break;
            case "both":
                Skip(span);
                clock.Jump(span);
                break;
        }

        return Go(Path);
    }

    private void Skip(TimeSpan span)
    {
        if (span > TimeSpan.Zero)
        {
            rack.Slots.ToList().ForEach(slot => slot.Skip(span));
        }
    }
}
