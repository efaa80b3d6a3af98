using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace HwToken.Service.Portal.Web.Results;

/// <summary>
/// A button that was pressed twice counts once: the second request of the same form with the same content waits for the first and gets its answer, cookies
/// and all, which the browser would have missed. Each rendered form has an anti-forgery token of its own, so a form that was opened again is a new one.
/// In memory: two clicks that reach two servers of one database are two.
/// </summary>
/// <param name="time">Measures how long a click is remembered.</param>
internal sealed class Clicks(TimeProvider time)
{
    /// <summary>Clicks remembered at once.</summary>
    private const int Most = 4096;

    /// <summary>Longer than any finger needs and any answer takes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>What was typed is in memory as a keyed digest alone.</summary>
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    private readonly ConcurrentDictionary<string, Click> clicks = new(StringComparer.Ordinal);

    /// <summary>Carries a post out, or waits for the one that came before it.</summary>
    /// <param name="context">The post; its form has been read.</param>
    /// <param name="act">Carries it out.</param>
    /// <returns>The answer of an earlier click; null when this one was carried out.</returns>
    public async Task<IActionResult?> OnceAsync(HttpContext context, Func<Task<IActionResult?>> act)
    {
        Forget();
        string name = await NameAsync(context.Request).ConfigureAwait(false);
        var own = new Click(time.GetTimestamp());
        Click first = clicks.Count < Most ? clicks.GetOrAdd(name, own) : own;
        if (!ReferenceEquals(first, own) && await first.Answer.Task.ConfigureAwait(false) is { } answer)
        {
            context.Response.Headers.SetCookie = answer.Cookies;
            return new SeeOther(answer.Path);
        }

        Answer? given = null;
        try
        {
            given = await act().ConfigureAwait(false) is SeeOther elsewhere ? new Answer(elsewhere.Path, context.Response.Headers.SetCookie) : null;
        }
        finally
        {
            own.Answer.TrySetResult(given);
        }

        return null;
    }

    private void Forget()
    {
        foreach ((string name, Click click) in clicks)
        {
            if (time.GetElapsedTime(click.At) > Remembered)
            {
                clicks.TryRemove(KeyValuePair.Create(name, click));
            }
        }
    }

    /// <summary>One form of one browser with one content.</summary>
    private async Task<string> NameAsync(HttpRequest request)
    {
        var text = new StringBuilder(request.Path).Append(request.QueryString).Append('\n').Append(request.Cookies[PagesHosting.ForgeryCookie]);
        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync().ConfigureAwait(false);
            foreach ((string field, StringValues value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            {
                text.Append('\n').Append(field).Append('=').Append(Uri.EscapeDataString(value.ToString()));
            }

            foreach (IFormFile file in form.Files)
            {
                text.Append('\n').Append(file.Name).Append(':').Append(file.Length).Append(':').Append(Uri.EscapeDataString(file.FileName));
            }
        }

        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record Answer(string Path, StringValues Cookies);

    private sealed class Click(long at)
    {
        public long At => at;

        public TaskCompletionSource<Answer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
