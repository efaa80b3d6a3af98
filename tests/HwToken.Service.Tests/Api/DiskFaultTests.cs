using System.Net;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>The disk is full under a running server.</summary>
public sealed class DiskFaultTests
{
    private const int Attempts = 5;

    [Fact]
    public async Task On_a_full_disk_the_server_lives_is_not_ready_logs_little_and_goes_on_when_there_is_room()
    {
        using FaultyServer server = await FaultyServer.StartAsync();
        ApiClient client = server.Client;
        TestToken token = server.Token;
        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(0)));
        await server.FailAsync("pwrite64,fsync,fdatasync", "ENOSPC", async () =>
        {
            for (int i = 0; i < Attempts; i++)
            {
                Assert.NotEqual("accepted", await client.ValidateAsync(token.Id, token.Code(1)));
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(client, "/readyz"));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "/healthz"));
        });

        // The kernel takes a moment to let go of the last thread.
        while (await AskAsync(client, "/readyz") != HttpStatusCode.OK)
        {
            await Task.Yield();
        }

        Assert.Equal("accepted", await client.ValidateAsync(token.Id, token.Code(1)));
        while (!server.Log.Contains("last such line: 1.", StringComparison.Ordinal))
        {
            // The log is written behind the answers.
            await Task.Yield();
        }

        string log = server.Log;
        Assert.DoesNotContain("   at ", log);
        Assert.DoesNotContain("unhandled", log);
    }

    private static async Task<HttpStatusCode> AskAsync(ApiClient client, string path)
    {
        using HttpResponseMessage answer = await client.Http.GetAsync(path);
        return answer.StatusCode;
    }
}
