namespace HwToken.Service.Tests.Commands;

/// <summary>API keys on the command line.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_key_may_have_a_name_which_the_list_tells_and_no_second_key_gets_while_it_is_in_force()
    {
        (int status, string key, string told) = await RunAsync("new", "--role", "relying-party", "--name", "Sample Bank");
        Assert.Equal(0, status);
        Assert.StartsWith("hwt_", key, StringComparison.Ordinal);
        Assert.Matches("^key [0-9a-f]{8} \\(Sample Bank\\), shown this once:", told);
        (status, _, told) = await RunAsync("new", "--role", "operator", "--name", "sample bank");
        Assert.Equal(1, status);
        Assert.Contains("choose another name", told, StringComparison.Ordinal);
        (status, _, told) = await RunAsync("new", "--role", "operator", "--name", " ");
        Assert.Equal(2, status);
        Assert.Contains("--name has 1 to 40 characters", told, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("new", "--role", "operator")).Status);
        (_, string list, _) = await RunAsync("list");
        Assert.Matches("(?m)^[0-9a-f]{8} RelyingParty in force Sample Bank\r?$", list);
        Assert.Matches("(?m)^[0-9a-f]{8} Operator in force\r?$", list);
    }

    private Task<ProgramEnd> RunAsync(params string[] arguments) =>
        ServiceProcess.RunAsync(["keys", .. arguments, "--data", folder.Path]);
}
