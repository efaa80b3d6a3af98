using System.Diagnostics;
using System.Net;
using HwToken.Service.Tests.Api.Support;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Storage;

namespace HwToken.Service.Tests.Api;

/// <summary>The disk is full under a running server (fault injected by strace).</summary>
public sealed class DiskFaultTests
{
    private const int Attempts = 5;

    [Fact]
    public async Task On_a_full_disk_the_server_lives_is_not_ready_logs_little_and_goes_on_when_there_is_room()
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
        using (Process fault = Process.Start(new ProcessStartInfo("strace", ["-f", "-e", "trace=pwrite64,fsync,fdatasync", "-e", "inject=pwrite64,fsync,fdatasync:error=ENOSPC", "-p", $"{server.Id}"]) { RedirectStandardError = true })!)
        {
            try
            {
                string said = await fault.StandardError.ReadLineAsync() ?? "";
                Assert.SkipUnless(said.Contains("attached", StringComparison.Ordinal), $"strace may not look into other processes here: {said}");
                _ = Task.Run(() => fault.StandardError.ReadToEnd());
                for (int i = 0; i < Attempts; i++)
                {
                    Assert.NotEqual("accepted", await client.ValidateAsync(token.Id, token.Code(1)));
                }

                Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(client, "/readyz"));
                Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "/healthz"));
            }
            finally
            {
                fault.Kill();
                await fault.WaitForExitAsync();
            }
        }

        // The kernel takes a moment to let go of the last thread.
        while (await AskAsync(client, "/readyz") != HttpStatusCode.OK)
        {
            await Task.Yield();
        }

        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(1)));
        while (!server.ToString().Contains("last such line: 1.", StringComparison.Ordinal))
        {
            // The log is written behind the answers.
            await Task.Yield();
        }

        string log = server.ToString();
        Assert.DoesNotContain("   at ", log);
        Assert.DoesNotContain("unhandled", log);
    }

    private static async Task<HttpStatusCode> AskAsync(ApiClient client, string path)
    {
        using HttpResponseMessage answer = await client.Http.GetAsync(path);
        return answer.StatusCode;
    }
}
