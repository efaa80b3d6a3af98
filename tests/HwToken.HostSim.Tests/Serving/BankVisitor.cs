using System.Net;
using System.Text.RegularExpressions;

namespace HwToken.HostSim.Tests.Serving;

/// <summary>A test worker at the bank's pages: a browser without scripts, with cookies of its own.</summary>
internal sealed partial class BankVisitor(Uri bank) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = bank, Timeout = Timeout.InfiniteTimeSpan };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    /// <summary>Opens a page and sends its form.</summary>
    /// <returns>Where the bank leads next; what it says when it leads nowhere.</returns>
    public async Task<string> SendAsync(string page, params (string Name, string Value)[] fields)
    {
        string html = await http.GetStringAsync(page, Cancel);
        string forgery = Forgery().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("forgery", forgery), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using HttpResponseMessage answer = await http.PostAsync(page, form, Cancel);
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>Signs in by password and code. The initial passwords stay: after the code the bank asks for a new one.</summary>
    /// <param name="user">User ID.</param>
    /// <param name="password">Password.</param>
    /// <param name="code">Gives the code when it is asked for.</param>
    public async Task<string> SignInAsync(string user, string password, Func<Task<string>> code)
    {
        string next = await SendAsync("/bank/sign-in", ("for", "signin"), ("user", user), ("password", password));
        return next == "/bank/code" ? await SendAsync("/bank/code", ("code", await code())) : next;
    }

    [GeneratedRegex("name=\"forgery\"[^>]* value=\"([^\"]*)\"")]
    private static partial Regex Forgery();
}
