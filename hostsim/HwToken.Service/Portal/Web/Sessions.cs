using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HwToken.Service.Portal.Web;

/// <summary>
/// Signed-in people, in memory. The name of a session is 256 random bits, made anew at every step of a sign-in (no fixation), in a
/// cookie that scripts cannot read and other sites cannot send.
/// </summary>
/// <typeparam name="T">What is known of a person.</typeparam>
/// <param name="cookie">Name of the cookie.</param>
/// <param name="path">Path that the cookie is bound to.</param>
/// <param name="time">The clock. Its time stamps count, not its calendar: a clock that is put back revives no session.</param>
/// <param name="idle">A session ends after so long without a request.</param>
/// <param name="holds">Asked at every request: whether the person is still who signed in. A session that does not hold ends.</param>
public sealed class Sessions<T>(string cookie, string path, TimeProvider time, TimeSpan idle, Func<T, bool>? holds = null)
    where T : class
{
    private const int Most = 10_000;

    /// <summary>A working day: no session lasts longer, however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, Entry> sessions = new(StringComparer.Ordinal);

    /// <summary>The session of the request, or null.</summary>
    /// <param name="context">The request.</param>
    public T? Find(HttpContext context)
    {
        string name = context.Request.Cookies[cookie] ?? "";
        if (!sessions.TryGetValue(name, out Entry? entry))
        {
            return null;
        }

        if (time.GetElapsedTime(entry.Seen) > idle || time.GetElapsedTime(entry.Began) > Longest || holds?.Invoke(entry.Session) == false)
        {
            sessions.TryRemove(name, out _);
            return null;
        }

        // Only in the place of what was found: a session that another request has ended meanwhile stays ended.
        sessions.TryUpdate(name, entry with { Seen = time.GetTimestamp() }, entry);
        TimeSpan longest = Longest - time.GetElapsedTime(entry.Began);
        context.Features.Set(new SessionLeft(longest < idle ? longest : idle, path));
        return entry.Session;
    }

    /// <summary>The browser still has the name of a session, which may have ended.</summary>
    /// <param name="context">The request.</param>
    public bool HasName(HttpContext context) => context.Request.Cookies.ContainsKey(cookie);

    /// <summary>Begins a session under a new name; the former one of this browser ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">What is known of the person.</param>
    public void Begin(HttpContext context, T session)
    {
        End(context);
        if (sessions.Count >= Most)
        {
            foreach ((string old, _) in sessions.OrderBy(entry => entry.Value.Seen).Take(Most / 10))
            {
                sessions.TryRemove(old, out _);
            }
        }

        string name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        long now = time.GetTimestamp();
        sessions[name] = new Entry(session, now, now);
        context.Response.Cookies.Append(cookie, name, Options(context));
    }

    /// <summary>Ends the session of the request.</summary>
    /// <param name="context">The request.</param>
    public void End(HttpContext context)
    {
        sessions.TryRemove(context.Request.Cookies[cookie] ?? "", out _);
        context.Features.Set<SessionLeft>(null);
        context.Response.Cookies.Delete(cookie, Options(context));
    }

    private CookieOptions Options(HttpContext context) => new() { Path = path, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true };

    /// <summary>One session, with the time stamps of its beginning and of the last request.</summary>
    private sealed record Entry(T Session, long Began, long Seen);
}
