using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HwToken.Rack;
using HwToken.Simulator.Leases;
using HwToken.TokenPage.Contract;

namespace HwToken.TokenPage.Live;

/// <summary>Brings a code to an address on this computer, instead of an answer that is waited for.</summary>
internal static class Webhook
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>An address that a code may be sent to: plain HTTP, a loopback address by number, so that no name leads elsewhere.</summary>
    /// <exception cref="RefusalException">It is another.</exception>
    public static Uri Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri is { Scheme: "http", UserInfo: "" } && IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? host) && IPAddress.IsLoopback(host)
            ? uri
            : throw RefusalException.BadRequest("\"webhook\" is an address on this computer by its number, such as http://127.0.0.1:9000/code.");

    /// <summary>Waits for the code and posts it once: <c>{"code":…}</c>, or the refusal as <c>{"problem":…}</c>. A receiver that is away loses it: a code is told once.</summary>
    public static async Task SendAsync(Uri target, Func<Task<LeasedCode>> code, JsonSerializerOptions json)
    {
        object body;
        try
        {
            body = CodeView.Of(await code().ConfigureAwait(false));
        }
        catch (LeaseException e)
        {
            body = new { problem = e.Fault, detail = e.Message };
        }

        try
        {
            using HttpResponseMessage answer = await Http.PostAsJsonAsync(target, body, json).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Nobody listens there: the lease's next code is the next unused one.
        }
    }
}
