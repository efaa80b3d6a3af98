using System.Diagnostics;

namespace HwToken.Interop.Delivery;

/// <summary>One of our programs in a process of its own.</summary>
internal sealed class OwnProgram : IDisposable
{
    private readonly Process process;

    private OwnProgram(Process process) => this.process = process;

    /// <summary>What a server printed as its address.</summary>
    public Uri? Address { get; private init; }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    /// <summary>Starts a server and waits until it tells its address.</summary>
    public static async Task<OwnProgram> ServeAsync(params string[] arguments)
    {
        Process process = Start("HwToken.HostSim", ["serve", "--url", "http://127.0.0.1:0", .. arguments]);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("HwToken listens at ", StringComparison.Ordinal))
            {
                return new OwnProgram(process) { Address = new Uri(line["HwToken listens at ".Length..]) };
            }
        }

        throw new InvalidOperationException($"the server ended with {process.ExitCode}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
