namespace HwToken.Service.Tests.Api.Support;

/// <summary>The real program, <c>serve</c>, in a process of its own and without limits on how often it may be asked.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly Dictionary<string, string?> NoLimits = new()
    {
        ["HwToken__Limits__PerClientPerSecond"] = "1000000",
        ["HwToken__Limits__PerCredentialPerMinute"] = "1000000",
    };

    private readonly OwnProgram program;

    private ServerProcess(OwnProgram program, Uri address)
    {
        this.program = program;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Its process number.</summary>
    public int Id => program.Id;

    public static async Task<ServerProcess> StartAsync(string dataFolder, string connection, string keyFile)
    {
        string[] arguments = ["serve", "--url", "http://127.0.0.1:0", "--data", dataFolder, "--db", connection, "--key-file", keyFile];
        OwnProgram program = OwnProgram.Start(new ProgramStart("HwToken.Service", arguments) { Environment = NoLimits });
        return new ServerProcess(program, await program.ListensAsync());
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is closed.</summary>
    public async Task KillAsync()
    {
        program.Kill();
        await program.EndAsync();
    }

    /// <summary>What it has said.</summary>
    public override string ToString() => program.ToString();

    public void Dispose() => program.Dispose();
}
