using System.Text.Json;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>A test of the REST API: a server of its own, a relying party and an operator.</summary>
public abstract class ApiTest : IAsyncLifetime
{
    private protected LocalApi Api { get; private set; } = null!;

    private protected ApiClient Party { get; private set; } = null!;

    private protected ApiClient Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Api = await LocalApi.StartAsync();
        (Party, Desk) = (Api.Client(Api.PartyKey), Api.Client(Api.OperatorKey));
    }

    public async ValueTask DisposeAsync()
    {
        Party.Dispose();
        Desk.Dispose();
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
