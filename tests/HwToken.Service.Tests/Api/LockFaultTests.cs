using System.Diagnostics;
using HwToken.Service.Tests.Api.Support;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;

namespace HwToken.Service.Tests.Api;

/// <summary>The lock on the writer's turn fails under a running server (fault injected by strace): nobody waits for it.</summary>
public sealed class LockFaultTests
{
    [Fact]
    public async Task A_lock_that_fails_holds_no_sign_in_up()
    {
        Peer.Demand("strace");
        using var folder = new TempFolder();
        var options = new ValidationOptions { DataFolder = folder.Path };
        var token = new TestToken("DPHT00000001");
        string key;
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(options))
        {
            key = (await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test")).Secret;
            await token.AddAsync(system);
        }

        using ServerProcess server = await ServerProcess.StartAsync(folder.Path, DatabaseOptions.Parse(null, folder.Path).ConnectionString, options.KeyFilePath);
        using var client = new ApiClient(server.Address, key);
        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(0)));
        using Process fault = Process.Start(new ProcessStartInfo("strace", ["-f", "-e", "trace=flock", "-e", "inject=flock:error=EIO", "-p", $"{server.Id}"]) { RedirectStandardError = true })!;
        try
        {
            // "Process … attached with … threads", or why not.
            string said = await fault.StandardError.ReadLineAsync() ?? "";
            Assert.SkipUnless(said.Contains("attached", StringComparison.Ordinal), $"strace may not look into other processes here: {said}");
            _ = Task.Run(() => fault.StandardError.ReadToEnd());
            for (int code = 1; code < 10; code++)
            {
                Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(code)).WaitAsync(TimeSpan.FromMinutes(1)));
            }
        }
        finally
        {
            fault.Kill();
            await fault.WaitForExitAsync();
        }

        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(10)).WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
