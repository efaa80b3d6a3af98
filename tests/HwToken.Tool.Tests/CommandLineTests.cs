using System.CommandLine;
using HwToken.Tool.Console;

namespace HwToken.Tool.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands()
    {
        var data = new TheoryData<string>();
        Add(data, CommandLine.Build(ToolContext.ForProcess()), "");
        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_an_example_that_names_it(string command)
    {
        (int code, string output, string error) = await ToolRun.RunAsync([.. command.Split(' '), "--help"]);
        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Contains("Example", output, StringComparison.Ordinal);
        Assert.Contains("hwtoken " + command, output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_example_parses(string command)
    {
        (_, string output, _) = await ToolRun.RunAsync([.. command.Split(' '), "--help"]);
        foreach (string line in output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("hwtoken " + command + " ", StringComparison.Ordinal) && !line.Contains('[') && !line.Contains('<')))
        {
            string typed = line["hwtoken ".Length..].Split(" >")[0];
            Assert.Empty(CommandLine.Build(ToolContext.ForProcess()).Parse(typed).Errors.Select(error => $"{line}: {error.Message}"));
        }
    }

    [Theory]
    [InlineData("nonsense", "hwtoken")]
    [InlineData("lot", "hwtoken lot")]
    [InlineData("lot run", "hwtoken lot run")]
    public async Task Wrong_usage_ends_with_the_help_to_ask_for(string typed, string asked) =>
        Assert.EndsWith($"Try '{asked} --help'.", (await ToolRun.RunAsync(typed.Split(' '))).Error.TrimEnd(), StringComparison.Ordinal);

    [Theory]
    [InlineData("lot")]
    [InlineData("nonsense")]
    [InlineData("lot run")]
    [InlineData("lot create x --prefix DP --count 1 --type sideways")]
    [InlineData("device info --port tcp:192.0.2.1:7000")]
    [InlineData("lot create x --prefix DP --count 0")]
    [InlineData("lot extend x --count -1")]
    [InlineData("label x --sheet a5")]
    [InlineData("lot scrap x --id DPHT00000001 --reason  ")]
    [InlineData("completion tcsh")]
    [InlineData("pskc read x --key 12 --passphrase-file y")]
    public async Task Wrong_usage_is_exit_code_2_and_one_reason(string typed)
    {
        (int code, string output, string error) = await ToolRun.RunAsync(typed.Split(' '));
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("Exception", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lot status no-such-lot")]
    [InlineData("lot verify no-such-lot")]
    [InlineData("device info --port tcp:127.0.0.1:1")]
    [InlineData("pskc read no-such-file")]
    public async Task Failure_is_exit_code_1_and_one_line(string typed)
    {
        (int code, _, string error) = await ToolRun.RunAsync(typed.Split(' '));
        Assert.Equal(1, code);
        Assert.StartsWith("hwtoken: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _hwtoken hwtoken")]
    [InlineData("zsh", "#compdef hwtoken")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task A_completion_script_asks_this_program(string shell, string expected)
    {
        (int code, string output, _) = await ToolRun.RunAsync("completion", shell);
        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_knows_the_commands()
    {
        (int code, string output, _) = await ToolRun.RunAsync("[suggest:14]", "hwtoken lot s");
        Assert.Equal(0, code);
        Assert.Contains("status", output, StringComparison.Ordinal);
        Assert.Contains("seal", output, StringComparison.Ordinal);
    }

    private static void Add(TheoryData<string> data, Command command, string path)
    {
        foreach (Command child in command.Subcommands)
        {
            string name = (path + " " + child.Name).Trim();
            data.Add(name);
            Add(data, child, name);
        }
    }
}
