using System.Text.Json;
using System.Text.RegularExpressions;

namespace HwToken.TokenPage.Tests.Documents;

/// <summary>What docs/sim-api.md shows works as it stands, and shows everything that there is.</summary>
public sealed partial class SimApiDocumentTests
{
    private const string Address = "http://127.0.0.1:5080";

    private static string Document { get; } = File.ReadAllText(Path.Combine(Project.Folder, "docs", "sim-api.md"));

    private static string[] Lines { get; } = [.. Block().Matches(Document).SelectMany(block => block.Groups[1].Value.Split('\n')).Where(line => line.Length > 0)];

    [Fact]
    public async Task Every_curl_line_does_what_it_says()
    {
        Peer.Demand("curl", "bash", "sed");
        await using RunningPage page = await RunningPage.StartAsync();
        using var folder = new TempFolder();
        string script = $$"""
            set -eu -o pipefail
            cd '{{folder.Path}}'
            curl() { command curl -sS --fail-with-body --noproxy '*' "$@"; }
            {{string.Join('\n', Lines.Select((line, n) => $"echo '== {n}' >&2\n{line}\necho"))}}
            """.Replace(Address, page.Url.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
        PeerAnswer answer = Peer.RunWithInput("bash", script, "-s");
        Assert.True(answer.Exit == 0, $"ended with {answer.Exit} after: {Lines[Marker().Count(answer.Errors) - 1]}\n{answer.Errors[Math.Max(0, answer.Errors.Length - 500)..]}\n{answer.Output[Math.Max(0, answer.Output.Length - 500)..]}");
        Assert.Contains("\"code\":\"755224\"", answer.Output);
        Assert.Equal(1024, new FileInfo(folder["screen.raw"]).Length);
    }

    [Fact]
    public async Task Every_operation_of_the_OpenAPI_document_has_a_line_and_a_summary()
    {
        await using RunningPage page = await RunningPage.StartAsync();
        JsonElement document = JsonSerializer.Deserialize<JsonElement>(await page.Http.GetStringAsync("/sim/v1/openapi.json", TestContext.Current.CancellationToken));
        (string Method, string Path)[] shown = [.. Lines.Select(line => Call().Match(line)).Where(call => call.Success)
            .Select(call => (Method().Match(call.Value) is { Success: true } method ? method.Groups[1].Value : "GET", call.Groups["path"].Value))];
        int operations = 0;
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            string pattern = "^" + Parameter().Replace(path.Name.TrimEnd('/'), "[^/]+") + "$";
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                operations++;
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{operation.Name} {path.Name} has no summary.");
                Assert.True(shown.Any(call => call.Method.Equals(operation.Name, StringComparison.OrdinalIgnoreCase) && Regex.IsMatch(call.Path, pattern)), $"docs/sim-api.md shows no line for {operation.Name} {path.Name}.");
            }
        }

        Assert.InRange(operations, 40, 60);
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"curl .*?http://127\.0\.0\.1:5080(?<path>/[^\s'?]*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"-X (\w+)")]
    private static partial Regex Method();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^== \d+$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
