namespace HwToken.Service.Tests.Commands;

/// <summary>The real program in a process of its own.</summary>
internal static class ServiceProcess
{
    private const string Program = "HwToken.Service";

    public static Task<ProgramEnd> RunAsync(params string[] arguments) => OwnProgram.RunAsync(Program, arguments);

    public static OwnProgram Start(params string[] arguments) => OwnProgram.Start(Program, arguments);
}
