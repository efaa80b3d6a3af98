using System.Globalization;
using HwToken.Demo.Tray;
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

    /// <summary>Longest move of a clock, in seconds.</summary>
    private const int Most = 400 * 86_400;

    /// <summary>It stands inside our own pages.</summary>
    private const string InnerPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    private readonly IReadOnlyList<ITrayToken> all = needs.Tokens.All;

    public DemoClock Clock => clock;

    public IReadOnlyList<TrayItem> Tokens { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers.ContentSecurityPolicy = InnerPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    public void OnGet() => Tokens = [.. all.Select(token => new TrayItem(token.Place, token.CredentialId, token.Look(), token.CredentialId == world.OperatorTokenId))];

    public IActionResult OnPostPress(string token) => WithToken(token, one => one.Press());

    /// <param name="who">Whose clock: <c>server</c>, <c>tokens</c>, <c>both</c>; <c>true</c> sets all right; <c>ppm</c> and <c>token-ppm</c> set a rate.</param>
    /// <param name="by">Seconds, forwards or backwards.</param>
    /// <param name="ppm">Error of a clock's rate.</param>
    /// <param name="token">Place of the token for <c>token-ppm</c>.</param>
    public IActionResult OnPostClock(string who, string by, string ppm, string token)
    {
        TimeSpan span = TimeSpan.FromSeconds(int.TryParse(by, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) ? Math.Clamp(seconds, -Most, Most) : 0);
        bool isRate = double.TryParse(ppm, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && Math.Abs(rate) <= DemoClock.MostPpm;
        switch (who)
        {
            case "token-ppm" when isRate:
                return WithToken(token, one => one.SetClockRate(rate));
            case "ppm" when isRate:
                clock.Ppm = rate;
                break;
            case "true":
                clock.Follow();
                ForAll(one => one.SetRight());
                break;
            case "server":
                clock.Jump(span);
                break;
            case "tokens":
                ForAll(one => Move(one, span));
                break;
            case "both":
                ForAll(one => Move(one, span));
                clock.Jump(span);
                break;
        }

        return Go(Path);
    }

    /// <summary>Time passes for a token; it never goes back, so backwards only its clock is set.</summary>
    private static void Move(ITrayToken token, TimeSpan span)
    {
        if (span >= TimeSpan.Zero)
        {
            token.Skip(span);
        }
        else
        {
            token.SetClockOff(span);
        }
    }

    private void ForAll(Action<ITrayToken> action)
    {
        foreach (ITrayToken token in all)
        {
            action(token);
        }
    }

    private IActionResult WithToken(string place, Action<ITrayToken> action)
    {
        if (all.FirstOrDefault(one => one.Place == place) is not { } token)
        {
            return NotFound();
        }

        action(token);
        return Go(Path);
    }
}
