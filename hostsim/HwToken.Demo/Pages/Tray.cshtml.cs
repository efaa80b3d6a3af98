using System.Globalization;
using HwToken.Demo.Tray;
using HwToken.Service.Portal;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace HwToken.Demo.Pages;

/// <summary>
/// The tray beside every page: the tokens and the two clocks (<c>/demo/tray</c>), and what its buttons post to
/// (<c>/demo/press</c>, <c>/demo/clock</c>). Works without scripts; with them it keeps itself fresh.
/// </summary>
[DisableRateLimiting]
internal sealed class TrayModel(DemoNeeds needs, DemoClock clock, DemoWorld world) : PortalPage
{
    private const string Path = "/demo/tray";

    /// <summary>The page asks before it sets true time.</summary>
    private const string AskPath = Path + "?ask=true";

    /// <summary>It stands inside our own pages.</summary>
    private const string InnerPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    private readonly TrayClocks clocks = new(needs.Tokens, clock);

    public DemoClock Clock => clock;

    public IReadOnlyList<TrayItem> Tokens { get; private set; } = [];

    /// <summary>Tokens that true time would leave without a code for a while; somebody has asked for it.</summary>
    public IReadOnlyList<TrayItem> WouldBeStuck { get; private set; } = [];

    /// <summary>Tokens that show E5 at their present time because they have shown codes of a later one.</summary>
    public IReadOnlyList<TrayItem> AreStuck => [.. Tokens.Where(token => token.View.Clock is { } own && token.IsStuckAt(own))];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers.ContentSecurityPolicy = InnerPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    public void OnGet(string ask)
    {
        Tokens = [.. needs.Tokens.All.Select(Item)];
        WouldBeStuck = ask == "true" ? [.. Tokens.Where(token => token.IsStuckAt(clock.TrueNow))] : [];
    }

    public IActionResult OnPostPress(string token) => WithToken(token, one => one.Press());

    /// <param name="who">Whose clock: <c>server</c>, <c>tokens</c>, <c>both</c>; <c>true</c> sets all right; <c>apart</c> sets the services' clock ahead of the tokens';
    /// <c>ppm</c> and <c>token-ppm</c> set a rate; <c>renew</c> makes a token anew.</param>
    /// <param name="by">Seconds, forwards or backwards.</param>
    /// <param name="ppm">Error of a clock's rate.</param>
    /// <param name="token">Place of the token for <c>token-ppm</c> and <c>renew</c>.</param>
    /// <param name="sure">For <c>true</c>: <c>yes</c> although tokens would be stuck, <c>renew</c> makes these anew.</param>
    /// <param name="back">The page to go back to: <c>guide</c>, else the tray.</param>
    public IActionResult OnPostClock(string who, string by, string ppm, string token, string sure, string back)
    {
        TimeSpan span = TimeSpan.FromSeconds(int.TryParse(by, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) ? Math.Clamp(seconds, -TrayClocks.Most, TrayClocks.Most) : 0);
        bool isRate = double.TryParse(ppm, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && Math.Abs(rate) <= DemoClock.MostPpm;
        switch (who)
        {
            case "token-ppm" when isRate:
                return WithToken(token, one => one.SetClockRate(rate));
            case "ppm" when isRate:
                clock.Ppm = rate;
                break;
            case "renew":
                return WithToken(token, one => one.Renew(), one => one.Look().NoCodeBefore is not null);
            case "true" when sure is not ("yes" or "renew") && needs.Tokens.All.Any(one => Item(one).IsStuckAt(clock.TrueNow)):
                return Go(AskPath);
            case "true":
                clocks.SetRight(sure == "renew" ? one => Item(one).IsStuckAt(clock.TrueNow) : _ => false);
                break;
            case "apart":
                clocks.SetApart(world.TokenIds[1], TimeSpan.FromSeconds(TrayClocks.ApartSeconds));
                break;
            case "server" or "tokens" or "both":
                clocks.Move(span, isServices: who != "tokens", isTokens: who != "server");
                break;
        }

        return Go(back == "guide" ? DemoWorld.GuidePath : Path);
    }

    private TrayItem Item(ITrayToken token)
    {
        (string japanese, string english) = world.KindOf(token.CredentialId);
        return new TrayItem(token.Place, token.CredentialId, token.Look(), japanese, english);
    }

    private IActionResult WithToken(string place, Action<ITrayToken> action, Func<ITrayToken, bool>? fits = null)
    {
        if (needs.Tokens.All.FirstOrDefault(one => one.Place == place) is not { } token || fits?.Invoke(token) == false)
        {
            return NotFound();
        }

        action(token);
        return Go(Path);
    }
}
