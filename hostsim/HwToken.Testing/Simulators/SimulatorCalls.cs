using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using HwToken.Simulator.Leases;

namespace HwToken.Testing.Simulators;

/// <summary>Requests to a running simulator (<c>/sim/v1</c>), and what its refusals mean.</summary>
internal sealed class SimulatorCalls : IDisposable
{
    /// <summary>What a request may take beyond what the simulator itself waits.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;

    public SimulatorCalls(Uri url) => _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(url.GetLeftPart(UriPartial.Authority) + "/sim/v1/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks and waits.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Below <c>/sim/v1/</c>.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="about">What it is about, for the words of a refusal.</param>
    /// <param name="wait">How long the simulator itself may wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OtpException">It was refused, or nobody answered.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, LeasedTokenNames about, TimeSpan wait, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(wait + Grace);
        try
        {
            using HttpRequestMessage request = Request(method, path, body);
            using HttpResponseMessage answer = await _http.SendAsync(request, late.Token).ConfigureAwait(false);
            Stream text = await answer.Content.ReadAsStreamAsync(late.Token).ConfigureAwait(false);
            await using var _ = text.ConfigureAwait(false);
            return Read<T>(answer, text, about);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw Unreachable(e);
        }
    }

    /// <summary>Asks and waits on this thread: for a clock, which is read where nobody can await.</summary>
    /// <exception cref="OtpException">It was refused, or nobody answered.</exception>
    public T Send<T>(HttpMethod method, string path, object? body)
    {
        using var late = new CancellationTokenSource(Grace);
        try
        {
            using HttpRequestMessage request = Request(method, path, body);
            using HttpResponseMessage answer = _http.Send(request, late.Token);
            using Stream text = answer.Content.ReadAsStream(late.Token);
            return Read<T>(answer, text, LeasedTokenNames.None);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw Unreachable(e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body) =>
        new(method, path) { Content = body is null ? null : JsonContent.Create(body, options: Json) };

    private static T Read<T>(HttpResponseMessage answer, Stream text, LeasedTokenNames about)
    {
        if (answer.IsSuccessStatusCode)
        {
            return typeof(T) == typeof(Nothing) ? default! : JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("null");
        }

        Problem problem = JsonSerializer.Deserialize<Problem>(text, Json) ?? throw new JsonException("null");
        string detail = problem.Detail ?? throw new JsonException("no problem document");
        throw Enum.TryParse(problem.Code, ignoreCase: true, out LeaseFault fault)
            ? FaultWords.Of(fault, detail, about.Pool, about.CredentialId, answer.Headers.RetryAfter?.Delta, null)
            : new OtpException(OtpFault.BadInput, detail);
    }

    private OtpException Unreachable(Exception e) => new(
        OtpFault.Unreachable,
        $"No simulator answers at {_http.BaseAddress!.GetLeftPart(UriPartial.Authority)}. Start one (hwtoken-sim sim) and give the address that it prints ({OtpSimulator.UrlVariable}, if that named this one), or leave the address out to have one in this process.",
        inner: e is JsonException ? null : e);

    private sealed record Problem(string? Code, string? Detail);
}

/// <summary>An answer without content.</summary>
internal readonly record struct Nothing;

/// <summary>What a request is about, for the words of a refusal.</summary>
/// <param name="Pool">The pool, or "".</param>
/// <param name="CredentialId">The token, or null.</param>
internal readonly record struct LeasedTokenNames(string Pool, string? CredentialId = null)
{
    /// <summary>Neither.</summary>
    public static LeasedTokenNames None { get; } = new("");
}
