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
    /// <summary>Longest move of a clock, in seconds.</summary>
    private const int Most = 400 * 86_400;

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

    public IActionResult OnPostPress(string token) => WithToken(token, slot => slot.Press());

    /// <param name="who">Whose clock: <c>server</c>, <c>tokens</c>, <c>both</c>; <c>true</c> sets all right; <c>ppm</c> and <c>token-ppm</c> set a rate.</param>
    /// <param name="by">Seconds, forwards or backwards.</param>
    /// <param name="ppm">Error of a clock's rate.</param>
    /// <param name="token">Place of the token for <c>token-ppm</c>.</param>
    public IActionResult OnPostClock(string who, string by, string ppm, string token)
    {
        TimeSpan span = TimeSpan.FromSeconds(int.TryParse(by, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) ? Math.Clamp(seconds, -Most, Most) : 0);
        bool isRate = double.TryParse(ppm, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && Math.Abs(rate) <= TokenSlot.MostPpm;
        switch (who)
        {
            case "token-ppm" when isRate:
                return WithToken(token, slot => slot.SetRtcPpm(rate));
            case "ppm" when isRate:
                clock.Ppm = rate;
                break;
            case "true":
                clock.Follow();
                rack.Slots.ToList().ForEach(SetRight);
                break;
            case "server":
                clock.Jump(span);
                break;
            case "tokens":
                Move(span);
                break;
            case "both":
                Move(span);
                clock.Jump(span);
                break;
        }

        return Go(Path);
    }

    private static void SetRight(TokenSlot slot)
    {
        slot.Follow();
        slot.SetRtcPpm(0);
        slot.SetRtc();
    }

    private IActionResult WithToken(string place, Action<TokenSlot> action)
    {
        try
        {
            action(rack[place]);
            return Go(Path);
        }
        catch (PageException refused)
        {
            return StatusCode(refused.Status);
        }
    }

    /// <summary>Time passes for the tokens; it never goes back, so backwards only their clocks are set.</summary>
    private void Move(TimeSpan span) => rack.Slots.ToList().ForEach(slot =>
    {
        if (span >= TimeSpan.Zero)
        {
            slot.Skip(span);
        }
        else
        {
            slot.JumpRtc(span);
        }
    });
}
