using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol;

namespace HwToken.HostSim.Mcp;

/// <summary>The simulator's API (<c>/sim/v1</c>) as the tools use it.</summary>
/// <param name="http">A client whose base address is the simulator's.</param>
internal sealed class SimClient(HttpClient http)
{
    /// <summary>Reads something.</summary>
    public Task<string> GetAsync(string path, CancellationToken cancel) => SendAsync(HttpMethod.Get, path, null, cancel);

    /// <summary>Does something.</summary>
    public Task<string> PostAsync(string path, object? body, CancellationToken cancel) => SendAsync(HttpMethod.Post, path, body ?? new { }, cancel);

    /// <summary>Sets something.</summary>
    public Task<string> PutAsync(string path, object body, CancellationToken cancel) => SendAsync(HttpMethod.Put, path, body, cancel);

    private async Task<string> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, "sim/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        try
        {
            using HttpResponseMessage answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            string text = await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? Shown(text) : throw new McpException(Refusal(text, (int)answer.StatusCode));
        }
        catch (HttpRequestException e)
        {
            throw new McpException($"The simulator at {http.BaseAddress} does not answer: {ShownText.Of(e.Message)} Start it with 'HostSim sim', or leave --url out.");
        }
    }

    private static string Shown(string text) => text.Length == 0 ? "done" : string.Join('\n', text.TrimEnd().Split('\n').Select(ShownText.OfJson));

    private static string Refusal(string text, int status)
    {
        try
        {
            using JsonDocument problem = JsonDocument.Parse(text);
            return ShownText.Of(problem.RootElement.GetProperty("detail").GetString() ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return FormattableString.Invariant($"The simulator refused with status {status}.");
        }
    }
}
