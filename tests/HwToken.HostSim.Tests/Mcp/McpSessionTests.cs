using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HwToken.HostSim.Serving;

namespace HwToken.HostSim.Tests.Mcp;

/// <summary>A session of the Model Context Protocol over standard input and output with the real program, message by message.</summary>
public sealed class McpSessionTests : IDisposable
{
    private readonly TempFolder data = new();
    private int calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task An_assistant_presses_reads_and_breaks_a_token()
    {
        using OwnProgram program = Start("mcp", "--data", data.Path);
        JsonNode hello = await OpenAsync(program);
        Assert.Equal("hwtoken", hello["serverInfo"]!["name"]!.GetValue<string>());
        JsonArray tools = (await AskAsync(program, "tools/list", new { }))["tools"]!.AsArray();
        Assert.All(tools, tool => Assert.NotEmpty(tool!["description"]!.GetValue<string>()));
        Assert.Contains("press", tools.Select(tool => tool!["name"]!.GetValue<string>()));

        string id = JsonNode.Parse(await CallAsync(program, "create_token", new { kind = "HOTP" }))![0]!["id"]!.GetValue<string>();
        JsonNode seen = JsonNode.Parse(await CallAsync(program, "press", new { token = id }))!;
        Assert.Matches("^[0-9]{6}$", seen["code"]!.GetValue<string>());
        await CallAsync(program, "fault", new { token = id, name = "writesFail", on = true });
        await CallAsync(program, "let_time_pass", new { token = id, seconds = 60 });
        Assert.Equal(2, JsonNode.Parse(await CallAsync(program, "press", new { token = id }))!["error"]!.GetValue<int>());
        Assert.Contains("writesFail", await CallAsync(program, "log", new { token = id }), StringComparison.Ordinal);
        await CallAsync(program, "set_clock", new { mode = "virtual", now = "2027-01-01T00:00:00Z" });
        Assert.StartsWith("2027-01-01T00:01:00", JsonNode.Parse(await CallAsync(program, "move_clock", new { seconds = 60 }))!["now"]!.GetValue<string>(), StringComparison.Ordinal);

        Assert.Contains("is a number", await CallAsync(program, "press", new { token = "1/secret" }, isError: true), StringComparison.Ordinal);
        Assert.Contains("no such token", await CallAsync(program, "press", new { token = "999" }, isError: true), StringComparison.Ordinal);
        program.HangUp();
        ProgramEnd end = await program.EndAsync();
        Assert.Equal((0, ""), (end.Status, end.Errors));
    }

    /// <summary>The leak is planted: somebody has put a token's secret into its name, in every form that keys are written in.</summary>
    [Fact]
    public async Task No_tool_tells_a_secret_not_even_one_that_stands_in_a_tokens_name()
    {
        await using SimHost host = await SimHost.StartAsync(new Uri("http://127.0.0.1:0"), data.Path, TimeProvider.System, Cancel);
        using var http = new HttpClient { BaseAddress = host.Url };
        JsonElement secret = await (await http.PostAsJsonAsync("/sim/v1/tokens/1/secret", new { }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        string base32 = secret.GetProperty("base32").GetString()!;
        string hex = secret.GetProperty("hex").GetString()!;
        string[] forms = [base32, base32.ToLowerInvariant(), hex, hex.ToUpperInvariant(), string.Join(' ', base32.Chunk(4).Select(group => new string(group))), Convert.ToBase64String(Convert.FromHexString(hex)), "secret=" + base32];
        using OwnProgram program = Start("mcp", "--url", host.Url.AbsoluteUri);
        await OpenAsync(program);
        foreach (string form in forms)
        {
            using HttpResponseMessage named = await http.PatchAsJsonAsync("/sim/v1/tokens/1", new { name = "key " + form }, Cancel);
            Assert.True(named.IsSuccessStatusCode);
            string told = string.Concat(
                await CallAsync(program, "list_tokens", new { }),
                await CallAsync(program, "get_token", new { token = "1" }),
                await CallAsync(program, "press", new { token = "1" }),
                await CallAsync(program, "hold", new { token = "1", seconds = 2.5 }),
                await CallAsync(program, "read_display", new { token = "1" }),
                await CallAsync(program, "log", new { token = "1" }),
                await CallAsync(program, "get_clock", new { }));
            Assert.Contains("left out", told, StringComparison.Ordinal);
            Assert.DoesNotContain(base32, told.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hex, told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Convert.FromHexString(hex)), told, StringComparison.Ordinal);
        }
    }

    private static OwnProgram Start(params string[] arguments) => OwnProgram.Start(new ProgramStart("HwToken.HostSim", arguments) { KeepsInput = true });

    private async Task<JsonNode> OpenAsync(OwnProgram program)
    {
        JsonNode hello = await AskAsync(program, "initialize", new { protocolVersion = "2025-06-18", capabilities = new { }, clientInfo = new { name = "test", version = "1" } });
        await program.SayAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return hello;
    }

    private async Task<string> CallAsync(OwnProgram program, string tool, object arguments, bool isError = false)
    {
        JsonNode result = await AskAsync(program, "tools/call", new { name = tool, arguments });
        string text = result["content"]![0]!["text"]!.GetValue<string>();
        Assert.True(isError == (result["isError"]?.GetValue<bool>() ?? false), text);
        return text;
    }

    private async Task<JsonNode> AskAsync(OwnProgram program, string method, object parameters)
    {
        int id = ++calls;
        await program.SayAsync(JsonSerializer.Serialize(new { jsonrpc = "2.0", id, method, @params = parameters }));
        while (await program.ReadLineAsync() is { } line)
        {
            JsonNode message = JsonNode.Parse(line)!;
            if (message["id"]?.GetValue<int>() == id)
            {
                return message["result"] ?? throw new InvalidOperationException(line);
            }
        }

        throw new InvalidOperationException("the program ended: " + program);
    }
}
