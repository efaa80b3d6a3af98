using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>The lock on the writer's turn fails under a running server: nobody waits for it.</summary>
public sealed class LockFaultTests
{
    [Fact]
    public async Task A_lock_that_fails_holds_no_sign_in_up()
    {
        using FaultyServer server = await FaultyServer.StartAsync();
        Assert.Equal("accepted", await SignInAsync(server, 0));
        await server.FailAsync("flock", "EIO", async () =>
        {
            for (int code = 1; code < 10; code++)
            {
                Assert.Equal("accepted", await SignInAsync(server, code));
            }
        });
        Assert.Equal("accepted", await SignInAsync(server, 10));
    }

    private static Task<string> SignInAsync(FaultyServer server, int code) =>
        server.Client.ValidateAsync(server.Token.Id, server.Token.Code(code)).WaitAsync(TimeSpan.FromMinutes(1));
}
