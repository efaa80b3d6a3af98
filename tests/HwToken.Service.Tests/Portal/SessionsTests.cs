using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Service.Tests.Portal;

/// <summary>How long somebody stays signed in.</summary>
public sealed class SessionsTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider time = new();
    private readonly HashSet<string> people = ["mori"];
    private readonly Sessions<string> sessions;

    public SessionsTests() => sessions = new Sessions<string>("hwt-test", "/", time, Idle, people.Contains);

    [Fact]
    public void It_lasts_while_there_are_requests_and_ends_after_30_minutes_without()
    {
        string cookie = Begin();
        time.Advance(Idle);
        Assert.Equal("mori", Find(cookie));
        time.Advance(Idle);
        Assert.Equal("mori", Find(cookie));
        time.Advance(Idle + TimeSpan.FromSeconds(1));
        Assert.Null(Find(cookie));
    }

    [Fact]
    public void It_lasts_8_hours_at_most_however_busy_it_is()
    {
        string cookie = Begin();
        for (TimeSpan passed = TimeSpan.Zero; passed < Sessions<string>.Longest; passed += TimeSpan.FromMinutes(10))
        {
            Assert.Equal("mori", Find(cookie));
            time.Advance(TimeSpan.FromMinutes(10));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Find(cookie));
    }

    [Fact]
    public void It_ends_with_the_first_request_after_its_person_has_gone_and_does_not_come_back()
    {
        string cookie = Begin();
        people.Clear();
        Assert.Null(Find(cookie));
        people.Add("mori");
        Assert.Null(Find(cookie));
    }

    [Fact]
    public void A_calendar_that_is_put_back_revives_none()
    {
        var clock = new SetBackTime();
        var kept = new Sessions<string>("hwt-test", "/", clock, Idle);
        var begun = new DefaultHttpContext();
        kept.Begin(begun, "mori");
        clock.Calendar -= TimeSpan.FromDays(1);
        Assert.Equal("mori", kept.Find(With(CookieOf(begun))));
        clock.Pass(Idle + TimeSpan.FromSeconds(1));
        clock.Calendar -= TimeSpan.FromDays(1);
        Assert.Null(kept.Find(With(CookieOf(begun))));
    }

    private string Begin()
    {
        var context = new DefaultHttpContext();
        sessions.Begin(context, "mori");
        return CookieOf(context);
    }

    private string? Find(string cookie) => sessions.Find(With(cookie));

    private static string CookieOf(HttpContext context) => context.Response.Headers.SetCookie.Last()!.Split(';')[0];

    private static DefaultHttpContext With(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return context;
    }
}
