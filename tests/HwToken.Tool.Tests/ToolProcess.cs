namespace HwToken.Tool.Tests;

/// <summary>The real <c>hwtoken</c> in a process of its own.</summary>
internal static class ToolProcess
{
    private const string Program = "hwtoken";

    public static OwnProgram Start(params IEnumerable<string> arguments) => OwnProgram.Start(Program, arguments);

    public static Task<ProgramEnd> RunAsync(params IEnumerable<string> arguments) => OwnProgram.RunAsync(Program, arguments);

    /// <summary>Runs it with a folder for temporary files of its own.</summary>
    public static Task<ProgramEnd> RunInAsync(string temporary, params IEnumerable<string> arguments)
    {
        var environment = new Dictionary<string, string?> { ["TMPDIR"] = temporary, ["TEMP"] = temporary, ["TMP"] = temporary };
        return OwnProgram.RunAsync(new ProgramStart(Program, arguments) { Environment = environment });
    }
}
