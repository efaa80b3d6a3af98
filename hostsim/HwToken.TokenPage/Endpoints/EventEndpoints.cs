using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Pushes what changes (Server-Sent Events): <c>state</c>, <c>log</c> and <c>rack</c>.</summary>
internal static class EventEndpoints
{
    /// <summary>At most so often; nothing is sent while nothing changes.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>A page carries virtual time on by its own clock; this corrects it.</summary>
    private static readonly TimeSpan Correction = TimeSpan.FromSeconds(15);

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
        ViewMark? seen = null;
        DateTimeOffset corrected = default;
        long logged = 0;
        string listed = "";
        do
        {
            string list = JsonSerializer.Serialize(rack.Items(), json);
            if (list != listed)
            {
                listed = list;
                yield return new SseItem<string>(list, "rack");
            }

            ViewMark mark = slot.Mark();
            DateTimeOffset now = time.GetUtcNow();
            if (mark == seen && now - corrected < Correction)
            {
                continue;
            }

            IReadOnlyList<LogEntry> entries = slot.LogAfter(logged);
            if (seen is null || entries.Count > 0)
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(new LogPage(seen is null, entries), json), "log");
                logged = entries.Count > 0 ? entries[^1].Number : logged;
            }

            seen = mark;
            corrected = now;
            yield return new SseItem<string>(JsonSerializer.Serialize(slot.View(), json), "state");
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
