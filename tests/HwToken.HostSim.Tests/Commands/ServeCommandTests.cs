using System.Net;
using System.Net.Sockets;

namespace HwToken.HostSim.Tests.Commands;

/// <summary>The program as people start it: a process of its own.</summary>
public class ServeCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_foreign_address_ends_with_status_2_and_a_clear_message()
    {
        (int status, string output) = await RunAsync("serve", "--url", "http://0.0.0.0:5080", "--data", RunDirectory());
        Assert.Equal(2, status);
        Assert.Contains("loopback only", output);
    }

    [Fact]
    public async Task A_taken_port_ends_with_status_1_and_names_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        (int status, string output) = await RunAsync("--url", $"http://127.0.0.1:{port}", "--data", RunDirectory());
        Assert.Equal(1, status);
        Assert.Contains($"Port {port} is taken", output);
        Assert.Contains("--url", output);
        Assert.DoesNotContain("Exception", output);
    }

    [Fact]
    public async Task Settings_of_the_framework_in_the_current_folder_or_the_environment_move_no_address()
    {
        string here = RunDirectory();
        await File.WriteAllTextAsync(
            Path.Combine(here, "appsettings.json"),
            """{"Kestrel":{"Endpoints":{"X":{"Url":"http://0.0.0.0:0"}}},"Logging":{"LogLevel":{"Default":"Trace"}}}""",
            Cancel);
        var hostile = new Dictionary<string, string?> { ["Kestrel__Endpoints__Y__Url"] = "http://0.0.0.0:0", ["ASPNETCORE_URLS"] = "http://0.0.0.0:0", ["ASPNETCORE_ENVIRONMENT"] = "Development" };
        using OwnProgram program = HostSimProcess.Start(here, hostile, "serve", "--url", "http://127.0.0.1:0", "--data", Path.Combine(here, "data"));
        try
        {
            // The first line: nothing has been logged before it either.
            Assert.StartsWith("HwToken listens at http://127.0.0.1:", await program.ReadLineAsync());
        }
        finally
        {
            program.Kill();
            await program.EndAsync();
            Directory.Delete(here, recursive: true);
        }
    }

    [Fact]
    public async Task The_help_of_the_program_calls_it_as_it_is_typed()
    {
        string output = (await HostSimProcess.RunAsync("--help")).Output;
        Assert.Contains("  hwtoken-sim [command] [options]", output);
        Assert.Contains("Example: hwtoken-sim serve", output);
        Assert.Contains("--version", output);
    }

    [Theory]
    [InlineData("--nonsense", "serve ")]
    [InlineData("keys", "keys ")]
    [InlineData("keys new", "keys new ")]
    [InlineData("desk new --name", "desk new ")]
    public async Task Wrong_usage_ends_with_the_help_to_ask_for(string typed, string asked)
    {
        ProgramEnd end = await HostSimProcess.RunAsync(typed.Split(' '));
        Assert.Equal(2, end.Status);
        Assert.EndsWith($"Try 'hwtoken-sim {asked}--help'.", end.Errors.TrimEnd());
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("press")]
    [InlineData("serial")]
    [InlineData("keys new")]
    [InlineData("keys list")]
    [InlineData("keys revoke")]
    [InlineData("keys rotate")]
    [InlineData("desk new")]
    [InlineData("desk unlock")]
    [InlineData("audit verify")]
    public async Task The_help_of_every_command_has_an_example_and_calls_the_program_as_it_is_typed(string command)
    {
        (int status, string output, _) = await HostSimProcess.RunAsync([.. command.Split(' '), "--help"]);
        Assert.Equal(0, status);
        Assert.Contains($"Example: hwtoken-sim {command}", output);
        Assert.Contains($"  hwtoken-sim {command} [options]", output);
        Assert.DoesNotContain("HwToken.HostSim", output);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_told_with_the_way_out()
    {
        string file = Path.GetTempFileName();
        (int status, _, string errors) = await HostSimProcess.RunAsync("serve", "--url", "http://127.0.0.1:0", "--data", file);
        File.Delete(file);
        Assert.Equal(1, status);
        Assert.Contains("--data", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task It_serves_from_any_current_directory_and_a_signal_ends_it_cleanly_with_the_tokens_saved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        string data = RunDirectory();
        using OwnProgram program = HostSimProcess.Start(Path.GetTempPath(), new Dictionary<string, string?>(), "--url", "http://127.0.0.1:0", "--data", data);
        string first = (await program.ReadLineAsync())!;
        Assert.StartsWith("HwToken listens at http://127.0.0.1:", first);
        using var http = new HttpClient();
        Assert.Contains("<title>HwToken", await http.GetStringAsync(first["HwToken listens at ".Length..], Cancel));

        program.Terminate();
        Assert.Equal(0, (await program.EndAsync()).Status);
        Assert.Equal(["1.json", "2.json", "3.json"], Directory.EnumerateFiles(Path.Combine(data, "tokens"), "*.json").Select(Path.GetFileName).Order());
        Directory.Delete(data, recursive: true);
    }

    private static string RunDirectory() => Directory.CreateTempSubdirectory("hwtoken-serve-").FullName;

    private static async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        ProgramEnd end = await HostSimProcess.RunAsync(arguments);
        Directory.Delete(arguments[^1], recursive: true);
        return (end.Status, end.Output + end.Errors);
    }
}
