using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HwToken.Rack.Api;
using HwToken.Rack.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Pushes what changes (Server-Sent Events): <c>state</c>, <c>log</c> and <c>rack</c>.</summary>
internal static class EventEndpoints
{
    /// <summary>At most so often; nothing is sent while nothing changes.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Maps <c>/events?token=ID</c>.</summary>
    public static void MapEvents(this IEndpointRouteBuilder api, TokenRack rack, TimeProvider time, JsonSerializerOptions json) =>
        api.MapGet("/events", (string token, IHostApplicationLifetime lifetime, CancellationToken left) =>
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(left, lifetime.ApplicationStopping);
            return TypedResults.ServerSentEvents(StreamAsync(rack, rack[token], time, json, end, CancellationToken.None));
        }).WithName("events").WithTags("records").WithSummary("What changes, as Server-Sent Events: `state`, `log` and `rack`.").ProducesProblem(StatusCodes.Status404NotFound);

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        TokenRack rack,
        TokenSlot slot,
        TimeProvider time,
        JsonSerializerOptions json,
        CancellationTokenSource end,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using CancellationTokenSource owned = end;
        using var timer = new PeriodicTimer(Interval, time);
        var watch = new TokenWatch(rack, slot, time);
        do
        {
            foreach (object news in watch.Look())
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(news, json), PageNews.KindOf(news));
            }
        }
        while (await WaitAsync(timer, owned.Token).ConfigureAwait(false));
    }

    /// <returns>False when the page has left or the program ends.</returns>
    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken end)
    {
        try
        {
            return await timer.WaitForNextTickAsync(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
