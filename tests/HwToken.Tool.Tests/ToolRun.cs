using HwToken.Tool.Console;

namespace HwToken.Tool.Tests;

/// <summary>Runs commands in this process and keeps what they say.</summary>
internal static class ToolRun
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => await RunWithInputAsync("", args);

    public static async Task<(int Code, string Output, string Error)> RunWithInputAsync(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandLine.RunAsync(args, new ToolContext(output, error, new StringReader(input), null, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}
