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

    [Theory]
    [InlineData("serve")]
    [InlineData("keys new")]
    [InlineData("desk new")]
    [InlineData("audit verify")]
    public async Task The_help_of_every_command_has_an_example(string command)
    {
        (int status, string output, _) = await ServiceProcess.RunAsync([.. command.Split(' '), "--help"]);
        Assert.Equal(0, status);
        Assert.Contains($"Example: {command}", output);
    }
}
