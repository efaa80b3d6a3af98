using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Playing;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Services;

/// <summary>A visitor of the service: keeps cookies, follows redirections, fills in forms. In a replay the answers are those that were given before.</summary>
internal sealed partial class ServiceTalk(Scenario scenario, PlaySettings settings, BundleReplay? replay) : IDisposable
{
    private const int MostBody = 1 << 20;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { Timeout = LongestAnswer, MaxResponseContentBufferSize = MostBody };
    private readonly List<ServiceAnswer> _answers = [];
    private readonly SecretWords _secrets = new();
    private Uri? _address;
    private Uri? _page;

    /// <summary>Nobody is asked: the answers were given before.</summary>
    public bool IsReplay => replay is not null;

    /// <summary>All answers, in order.</summary>
    public IReadOnlyList<ServiceAnswer> Answers => _answers;

    /// <summary>The service's own words.</summary>
    public IReadOnlyDictionary<string, string> Words { get; private set; } = new Dictionary<string, string>();

    /// <summary>Starts the story's service, if it has one of its own.</summary>
    /// <returns>What to dispose at the story's end; null: nothing.</returns>
    public async Task<IAsyncDisposable?> BeginAsync(ScenarioRun run, CancellationToken cancel)
    {
        if (replay is not null || scenario.Service is not { } wanted)
        {
            _address = new Uri("http://replay.invalid");
            return null;
        }

        ScenarioNode at = scenario.Root["service"]!;
        if (settings.Service is not null || wanted != "bank")
        {
            _address = Checked(at, settings.Service ?? new Uri(wanted));
            return null;
        }

        IScenarioServices services = settings.Services ?? throw at.Wrong("this program has no bank. Play the story with 'HostSim run'");
        try
        {
            IScenarioService service = await services.StartAsync(StoryTokens.All(scenario), new StoryTime(run), cancel).ConfigureAwait(false);
            (_address, Words) = (service.Address, service.Words);
            return service;
        }
        catch (Exception e) when (e is not (OperationCanceledException or ScenarioException))
        {
            throw at.Wrong("the bank does not start: " + e.Message.TrimEnd('.'));
        }
    }

    /// <summary>Opens a page.</summary>
    public Task OpenAsync(ScenarioNode at, string path, CancellationToken cancel) => SendAsync(at, new HttpRequestMessage(HttpMethod.Get, At(at, path)), cancel);

    /// <summary>Fills in a form of the page at hand and sends it.</summary>
    public async Task SendFormAsync(ScenarioNode at, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
    {
        if (_answers.Count == 0)
        {
            throw at.Wrong("no page is open: say where with 'at', or open one before");
        }

        using IHtmlDocument page = new HtmlParser().ParseDocument(_answers[^1].Body);
        (IHtmlFormElement form, IReadOnlyList<KeyValuePair<string, string>> values) = ServiceForm.Fill(page, at, fields);
        string action = form.GetAttribute("action") is { Length: > 0 } named ? named : _page!.PathAndQuery;
        bool isPost = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);
        Uri target = Checked(at, new Uri(_page!, action));
        using var content = new FormUrlEncodedContent(values);
        string query = isPost ? "" : "?" + await content.ReadAsStringAsync(cancel).ConfigureAwait(false);
        using HttpRequestMessage request = isPost
            ? new HttpRequestMessage(HttpMethod.Post, target) { Content = content }
            : new HttpRequestMessage(HttpMethod.Get, new Uri(target, query));
        await SendAsync(at, request, cancel, headers).ConfigureAwait(false);
    }

    /// <summary>Posts an object of texts.</summary>
    public Task PostJsonAsync(ScenarioNode at, string path, IReadOnlyDictionary<string, string> body, IReadOnlyDictionary<string, string> headers, CancellationToken cancel) =>
        SendAsync(at, new HttpRequestMessage(HttpMethod.Post, At(at, path)) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") }, cancel, headers);

    /// <summary>An environment variable, which then stands in nothing that is kept.</summary>
    public string? FromEnvironment(string name) => replay is not null ? $"{{env:{name}}}" : _secrets.Keep($"{{env:{name}}}", settings.Environment(name));

    /// <summary>Looks at the last answer.</summary>
    public void Expect(ScenarioNode step)
    {
        if (step["page"] is null && step["status"] is null)
        {
            return;
        }

        ServiceAnswer answer = _answers.LastOrDefault() ?? throw step.Wrong("no page was opened yet");
        string words = WordsOf(answer);
        if (step["status"] is { } status && answer.Status != status.Whole)
        {
            throw status.Wrong($"wanted status {status.Whole}, seen: {answer.Status} of {answer.Path}: {Short(words)}");
        }

        int at = 0;
        foreach (string wanted in step["page"]?.Texts ?? [])
        {
            int found = words.IndexOf(wanted, at, StringComparison.Ordinal);
            if (found < 0)
            {
                throw step["page"]!.Wrong($"wanted '{wanted}' on the page, seen: {answer.Status} of {answer.Path}: {Short(words)}");
            }

            at = found + wanted.Length;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(ScenarioNode at, HttpRequestMessage request, CancellationToken cancel, IReadOnlyDictionary<string, string>? headers = null)
    {
        using HttpRequestMessage owned = request;
        if (replay is not null)
        {
            _answers.Add(replay.Answers.ElementAtOrDefault(_answers.Count) ?? throw at.Wrong("the bundle holds no further answer of the service"));
            _page = new Uri(_address!, _answers[^1].Path);
            return;
        }

        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        foreach ((string name, string value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            _page = answer.RequestMessage!.RequestUri!;
            string body = _secrets.Hide(await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
            _answers.Add(new ServiceAnswer((int)answer.StatusCode, _secrets.Hide(_page.PathAndQuery), answer.Content.Headers.ContentType?.MediaType ?? "", body));
        }
        catch (HttpRequestException e)
        {
            throw at.Wrong($"the service at {_address!.GetLeftPart(UriPartial.Authority)} does not answer as it should: {e.Message.TrimEnd('.')}. Start it, or name another with --service");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw at.Wrong($"the service at {_address!.GetLeftPart(UriPartial.Authority)} gave no answer within {LongestAnswer.TotalMinutes:0} minutes");
        }
    }

    private Uri At(ScenarioNode at, string path) => _address is null || (scenario.Service is null && path.StartsWith('/'))
        ? throw at.Wrong("the story has no service: write 'service: bank' or 'service: http://127.0.0.1:5080' at its top")
        : Checked(at, new Uri(_address, path));

    /// <summary>Codes and passwords do not cross a network in clear.</summary>
    private static Uri Checked(ScenarioNode at, Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback || address.Host.EndsWith(".invalid", StringComparison.Ordinal)
        ? address
        : throw at.Wrong($"'{address.GetLeftPart(UriPartial.Authority)}' is on another computer and has no TLS: codes would cross the network in clear. Use https");

    private static string Short(string words) => words.Length > 240 ? words[..240] + "…" : words;

    /// <summary>What a person reads.</summary>
    private static string WordsOf(ServiceAnswer answer)
    {
        if (!answer.Type.Contains("html", StringComparison.Ordinal))
        {
            return answer.Body;
        }

        using IHtmlDocument page = new HtmlParser().ParseDocument(answer.Body);
        foreach (var hidden in page.QuerySelectorAll("script,style,template").ToArray())
        {
            hidden.Remove();
        }

        return Blanks().Replace((page.QuerySelector("main") ?? page.Body)?.TextContent ?? "", " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
