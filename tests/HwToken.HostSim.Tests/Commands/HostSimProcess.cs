namespace HwToken.HostSim.Tests.Commands;

/// <summary>The real program in a process of its own.</summary>
internal static class HostSimProcess
{
    private const string Program = "HwToken.HostSim";

    public static Task<ProgramEnd> RunAsync(params string[] arguments) => OwnProgram.RunAsync(Program, arguments);

    public static OwnProgram Start(params string[] arguments) => OwnProgram.Start(Program, arguments);

    /// <summary>Starts it in another directory, with other environment variables.</summary>
    public static OwnProgram Start(string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        OwnProgram.Start(new ProgramStart(Program, arguments) { Directory = directory, Environment = environment });
}
