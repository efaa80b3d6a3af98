using System.Diagnostics;
using HwToken.Validation.Tests.Support;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>The real program, <c>serve</c>, in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(string dataFolder, string connection, string keyFile)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in (string[])[Path.Combine(AppContext.BaseDirectory, "HwToken.Service.dll"), "serve", "--url", "http://127.0.0.1:0", "--data", dataFolder, "--db", connection, "--key-file", keyFile])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["HwToken__Limits__PerAddressPerSecond"] = "1000000";
        start.Environment["HwToken__Limits__PerCredentialPerMinute"] = "1000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("HwToken listens at ", StringComparison.Ordinal))
            {
                return new ServerProcess(process, new Uri(line["HwToken listens at ".Length..]));
            }
        }

        throw new InvalidOperationException($"the server ended with {process.ExitCode}");
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is closed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
