using System.Globalization;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.HostSim.TokenPage.Live;
using HwToken.Simulator.Screens;

namespace HwToken.HostSim.Demo;

/// <summary>The tray beside every page: the virtual tokens and the two clocks. Works without scripts; with them it keeps itself fresh.</summary>
internal static class TrayPage
{
    public const string Path = "/demo/tray";

    public const string PressPath = "/demo/press";

    public const string ClockPath = "/demo/clock";

    private static readonly (int Seconds, string Japanese, string English)[] Spans =
    [
        (31, "31秒", "31 s"), (300, "5分", "5 min"), (3600, "1時間", "1 hour"), (86_400, "1日", "1 day"), (91 * 86_400, "91日", "91 days"), (366 * 86_400, "366日", "366 days"),
    ];

    public static Func<PageRequest, Task<PageAnswer>> Get(TokenRack rack, DemoClock clock, DemoWorld world) => request => Task.FromResult(PageAnswer.Inside(Write(request, rack, clock, world)));

    public static Func<PageRequest, Task<PageAnswer>> Press(TokenRack rack) => request =>
    {
        rack[request.Field("token")].Press();
        return Task.FromResult(PageAnswer.Go(Path));
    };

    public static Func<PageRequest, Task<PageAnswer>> Clock(TokenRack rack, DemoClock clock) => request =>
    {
        string who = request.Field("who");
        TimeSpan by = TimeSpan.FromSeconds(int.TryParse(request.Field("by"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) ? Math.Clamp(seconds, -86_400, 400 * 86_400) : 0);
        if (who == "true")
        {
            clock.Follow();
            rack.Slots.ToList().ForEach(slot => slot.Follow());
        }
        else if (who == "ppm" && double.TryParse(request.Field("ppm"), NumberStyles.Float, CultureInfo.InvariantCulture, out double ppm) && Math.Abs(ppm) <= 100_000)
        {
            clock.Ppm = ppm;
        }

        if (who is "both" or "tokens" && by > TimeSpan.Zero)
        {
            rack.Slots.ToList().ForEach(slot => slot.Skip(by));
        }

        if (who is "both" or "server")
        {
            clock.Jump(by);
        }

        return Task.FromResult(PageAnswer.Go(Path));
    };

    private static Markup Write(PageRequest request, TokenRack rack, DemoClock clock, DemoWorld world)
    {
        Say say = request.Say;
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{say.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{say.In("仮想トークンと時計", "Virtual tokens and clocks")}</title>
            <link rel="stylesheet" href="/portal-files/portal.css"><link rel="stylesheet" href="/portal-files/tray.css"><script src="/portal-files/tray.js" defer></script>
            </head><body class="tray-page"><h1>{say.In("仮想トークン", "Virtual tokens")}</h1>
            {rack.Slots.Select(slot => Token(request, slot, world))}
            <h1>{say.In("2つの時計", "Two clocks")}</h1>
            <dl id="clocks" data-live><dt>{say.In("サービス", "Services")}</dt><dd data-is="server-time">{DeskWords.Time(clock.GetUtcNow())}</dd>
            {rack.Slots.Select(slot => Markup.Of($"<dt class=\"id\">{slot.Item().CredentialId ?? slot.Id}</dt><dd>{DeskWords.Seconds((slot.Now - clock.GetUtcNow()).TotalSeconds)}</dd>"))}</dl>
            {request.FormTo(ClockPath, Clocks(say))}
            {request.FormTo(ClockPath, Ppm(say, clock))}
            <p class="hint"><a href="/" target="_top">{say.In("トークンのページ(詳しい操作)", "Token page (all controls)")}</a></p>
            </body></html>
            """);
    }

    private static Markup Token(PageRequest request, TokenSlot slot, DemoWorld world)
    {
        Say say = request.Say;
        string id = slot.Item().CredentialId ?? say.In("空のトークン", "blank token");
        PanelPicture picture = slot.Picture();
        string code = ScreenDecoder.Read(picture).Code ?? "";
        string label = code.Length > 0 ? say.In($"表示: {code}", $"Display: {code}") : say.In("表示なし", "Display: no code");
        Markup owner = id == world.OperatorTokenId ? Markup.Of($" <span class=\"hint\">{say.In("(オペレーター用)", "(the operator's)")}</span>") : Markup.None;
        return Markup.Of($"""
            <section class="token" data-credential="{id}"><p class="id">{id}{owner}</p>
            <div class="glass" id="glass-{slot.Id}" data-live data-code="{code}" role="img" aria-label="{label}">{Markup.Drawn(Svg.Of(picture))}</div>
            {request.FormTo(PressPath, Markup.Of($"<input type=\"hidden\" name=\"token\" value=\"{slot.Id}\"><button class=\"button primary\" aria-label=\"{say.In("ボタンを押す", "Press the button")}: {id}\">{say.In("押す", "Press")}</button>"))}
            </section>
            """);
    }

    private static Markup Clocks(Say say) => Markup.Of($"""
        <div class="field"><label for="by">{say.In("進める長さ", "Move by")}</label><select id="by" name="by">{Spans.Select(span => Markup.Of($"<option value=\"{span.Seconds}\">{say.In(span.Japanese, span.English)}</option>"))}</select></div>
        <div class="buttons">{Fields.Submit(say.In("両方", "Both"), "small", "who", "both")}{Fields.Submit(say.In("サービスだけ", "Services only"), "small", "who", "server")}
        {Fields.Submit(say.In("トークンだけ", "Tokens only"), "small", "who", "tokens")}{Fields.Submit(say.In("正しい時刻へ", "True time"), "small", "who", "true")}</div>
        """);

    private static Markup Ppm(Say say, DemoClock clock) => Markup.Of($"""
        <input type="hidden" name="who" value="ppm"><div class="field"><label for="ppm">{say.In("サービスの時計の誤差 (ppm)", "Error of the services' clock (ppm)")}</label>
        <input id="ppm" name="ppm" type="text" inputmode="numeric" value="{clock.Ppm:0.###}"></div><div class="buttons">{Fields.Submit(say.In("設定", "Set"), "small")}</div>
        """);
}
