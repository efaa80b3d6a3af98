using System.Diagnostics;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>A server in a process of its own with one token, whose system calls can be made to fail (strace).</summary>
internal sealed class FaultyServer : IDisposable
{
    private readonly TempFolder folder = new();
    private ServerProcess process = null!;

    private FaultyServer()
    {
    }

    public TestToken Token { get; } = new("DPHT00000001");

    /// <summary>A relying party.</summary>
    public ApiClient Client { get; private set; } = null!;

    /// <summary>What it has written so far.</summary>
    public string Log => process.ToString();

    public static async Task<FaultyServer> StartAsync()
    {
        Peer.Demand("strace");
        var server = new FaultyServer();
        var options = new ValidationOptions { DataFolder = server.folder.Path };
        string key;
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(options))
        {
            key = (await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test")).Secret;
            await server.Token.AddAsync(system);
        }

        server.process = await ServerProcess.StartAsync(
            server.folder.Path, DatabaseOptions.Parse(null, server.folder.Path).ConnectionString, options.KeyFilePath);
        server.Client = new ApiClient(server.process.Address, key);
        return server;
    }

    /// <summary>Lets system calls fail while something is done.</summary>
    /// <param name="calls">Their names, with commas between.</param>
    /// <param name="error">What they fail with.</param>
    /// <param name="meanwhile">What is done.</param>
    public async Task FailAsync(string calls, string error, Func<Task> meanwhile)
    {
        using Process fault = Process.Start(
            new ProcessStartInfo("strace", ["-f", "-e", "trace=" + calls, "-e", $"inject={calls}:error={error}", "-p", $"{process.Id}"]) { RedirectStandardError = true })!;
        try
        {
            // "Process … attached with … threads", or why not.
            string said = await fault.StandardError.ReadLineAsync() ?? "";
            Assert.SkipUnless(said.Contains("attached", StringComparison.Ordinal), $"strace may not look into other processes here: {said}");
            _ = Task.Run(() => fault.StandardError.ReadToEnd());
            await meanwhile();
        }
        finally
        {
            fault.Kill();
            await fault.WaitForExitAsync();
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Dispose();
        folder.Dispose();
    }
}
