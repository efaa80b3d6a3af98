namespace HwToken.Service.Tests.Commands;

/// <summary>The server as people start it.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--url http://0.0.0.0:8080", "--trusted-proxy")]
    [InlineData("--url https://0.0.0.0:8443", "--certificate-key")]
    [InlineData("--url https://0.0.0.0:8443 --certificate a.pem", "--certificate-key")]
    [InlineData("--url http://127.0.0.1:8080 --certificate a.pem --certificate-key b.pem", "--certificate-key")]
    [InlineData("--url http://0.0.0.0:8080 --trusted-proxy nowhere", "10.0.0.0/24")]
    [InlineData("--url ftp://127.0.0.1:8080", "--url takes")]
    [InlineData("--url http://user@127.0.0.1:8080", "--url takes")]
    public async Task What_would_send_codes_in_clear_or_does_not_fit_together_is_refused_with_the_way_out(string options, string words)
    {
        (int status, _, string errors) = await ServiceProcess.RunAsync(["serve", .. options.Split(' '), "--data", folder.Path]);
        Assert.Equal(2, status);
        Assert.Contains(words, errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task It_says_at_once_where_it_listens_and_where_its_data_lie()
    {
        using OwnProgram server = ServiceProcess.Start("serve", "--url", "http://127.0.0.1:0", "--data", folder.Path);
        Assert.StartsWith("HwToken listens at http://127.0.0.1:", await server.ReadLineAsync());
        Assert.Equal($"Data folder: {folder.Path}", await server.ReadLineAsync());
    }

    [Fact]
    public async Task The_help_of_the_program_calls_it_as_it_is_typed()
    {
        string output = (await ServiceProcess.RunAsync("--help")).Output;
        Assert.Contains("  hwtoken-service [command] [options]", output);
        Assert.Contains("Example: hwtoken-service serve", output);
        Assert.Contains("--version", output);
    }

    [Theory]
    [InlineData("--nonsense", "serve ")]
    [InlineData("keys", "keys ")]
    [InlineData("keys new", "keys new ")]
    [InlineData("desk new --name", "desk new ")]
    public async Task Wrong_usage_ends_with_the_help_to_ask_for(string typed, string asked)
    {
        ProgramEnd end = await ServiceProcess.RunAsync(typed.Split(' '));
        Assert.Equal(2, end.Status);
        Assert.EndsWith($"Try 'hwtoken-service {asked}--help'.", end.Errors.TrimEnd());
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("keys new")]
    [InlineData("desk new")]
    [InlineData("audit verify")]
    public async Task The_help_of_every_command_has_an_example_and_calls_the_program_as_it_is_typed(string command)
    {
        (int status, string output, _) = await ServiceProcess.RunAsync([.. command.Split(' '), "--help"]);
        Assert.Equal(0, status);
        Assert.Contains($"Example: hwtoken-service {command}", output);
        Assert.Contains($"  hwtoken-service {command} [options]", output);
        Assert.DoesNotContain("HwToken.Service", output);
    }
}
