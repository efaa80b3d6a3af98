using HwToken.Validation;

namespace HwToken.Service.Tests.Commands;

/// <summary>A connection string need not stand on the command line, where everybody on a computer can read it.</summary>
public sealed class DatabaseOptionTests : IAsyncLifetime
{
    private const string Secret = "geheim4711";

    private readonly TempFolder folder = new();

    private string Connection => $"Data Source={folder["data", "other.db"]}";

    private ValidationOptions Options => new() { DataFolder = folder["data"], Connection = Connection };

    public async ValueTask InitializeAsync()
    {
        await using ValidationSystem system = await ValidationSystem.OpenAsync(Options);
        await system.ApiKeys.CreateAsync(HwToken.Validation.Access.ApiRole.Operator, "test");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_comes_from_a_file_the_standard_input_or_the_environment()
    {
        string file = Private("db", Connection + "\n");
        AssertListed(await RunAsync("--db-file", file));
        AssertListed(await RunAsync(new Dictionary<string, string?>(), Connection + "\n", "--db-file", "-"));
        AssertListed(await RunAsync(new Dictionary<string, string?> { ["HWTOKEN_DB"] = Connection }, ""));
        AssertListed(await RunAsync(new Dictionary<string, string?> { ["HWTOKEN_DB"] = "Data Source=elsewhere.db" }, "", "--db", Connection));
    }

    [Fact]
    public async Task Two_ways_at_once_are_refused()
    {
        ProgramEnd end = await RunAsync("--db", Connection, "--db-file", Private("db", Connection));
        Assert.Equal(2, end.Status);
        Assert.Contains("not both", end.Errors);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_empty_is_told_with_the_way_out()
    {
        ProgramEnd missing = await RunAsync("--db-file", folder["none"]);
        Assert.Equal(1, missing.Status);
        Assert.Contains("is not there", missing.Errors);
        Assert.Equal(1, (await RunAsync("--db-file", Private("empty", ""))).Status);
        Assert.Equal(1, (await RunAsync("--db-file", "-")).Status);
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused_with_the_command_that_helps()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        ProgramEnd end = await RunAsync("--db-file", folder.Write("open", $"Host=localhost;Password={Secret}"));
        Assert.Equal(1, end.Status);
        Assert.Contains("chmod 600", end.Errors);
        Assert.DoesNotContain(Secret, end.Errors + end.Output);
    }

    [Fact]
    public async Task A_password_on_the_command_line_is_warned_of_and_not_repeated()
    {
        ProgramEnd end = await RunAsync("--db", $"Host=127.0.0.1;Port=1;Password={Secret}");
        Assert.Equal(1, end.Status);
        Assert.Contains("--db-file", end.Errors);
        Assert.DoesNotContain(Secret, end.Errors + end.Output);
    }

    private static void AssertListed(ProgramEnd end)
    {
        Assert.Equal(("", 0), (end.Errors, end.Status));
        Assert.Contains("Operator in force", end.Output);
    }

    private Task<ProgramEnd> RunAsync(params string[] options) => RunAsync(new Dictionary<string, string?>(), "", options);

    private Task<ProgramEnd> RunAsync(IReadOnlyDictionary<string, string?> environment, string input, params string[] options) =>
        OwnProgram.RunAsync(new ProgramStart("HwToken.Service", ["keys", "list", "--data", folder["data"], .. options]) { Environment = environment, Input = input });

    private string Private(string name, string content)
    {
        string path = folder.Write(name, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
