using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HwToken.HostSim.TokenPage;

namespace HwToken.HostSim.Tests.Commands;

/// <summary>The program as people start it: a process of its own.</summary>
public class ServeCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.10:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://localhost.example.org:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("http://user@127.0.0.1:5080")]
    [InlineData("5080")]
    public void An_address_that_others_could_reach_or_that_is_none_is_refused(string url)
    {
        Assert.False(LoopbackUrl.TryParse(url, out _, out string? problem));
        Assert.Contains("http://127.0.0.1:5080", problem);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.2:1/")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    public void A_loopback_address_is_taken(string url) => Assert.True(LoopbackUrl.TryParse(url, out _, out _));

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
    }

    [Fact]
    public async Task It_serves_from_any_current_directory_and_a_signal_ends_it_cleanly_with_the_tokens_saved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        string data = RunDirectory();
        using Process program = Start(Path.GetTempPath(), "--url", "http://127.0.0.1:0", "--data", data);
        string first = (await program.StandardOutput.ReadLineAsync(Cancel))!;
        Assert.StartsWith("HwToken listens at http://127.0.0.1:", first);
        using var http = new HttpClient();
        Assert.Contains("<title>HwToken", await http.GetStringAsync(first["HwToken listens at ".Length..], Cancel));

        using (Process kill = Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancel);
        }

        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal(["1.json", "2.json", "3.json"], Directory.EnumerateFiles(Path.Combine(data, "tokens"), "*.json").Select(Path.GetFileName).Order());
        Directory.Delete(data, recursive: true);
    }

    private static string RunDirectory() => Directory.CreateTempSubdirectory("hwtoken-serve-").FullName;

    private static async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        using Process program = Start(Environment.CurrentDirectory, arguments);
        Task<string> errors = program.StandardError.ReadToEndAsync(Cancel);
        string output = await program.StandardOutput.ReadToEndAsync(Cancel) + await errors;
        await program.WaitForExitAsync(Cancel);
        Directory.Delete(arguments[^1], recursive: true);
        return (program.ExitCode, output);
    }

    private static Process Start(string directory, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "HwToken.HostSim.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
