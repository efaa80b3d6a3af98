using System.Net.Http.Headers;
using System.Text.Json;
using HwToken.Demo.Bank.Customers;

namespace HwToken.Demo.Guide;

/// <summary>
/// Which of the guide's steps were done: read from the bank's own records and from the service's audit, over REST with the demonstration's operator
/// key. Nothing is remembered here, so that it tells the same after a step was done on any page, or by curl.
/// </summary>
/// <param name="needs">A client and the service's address.</param>
/// <param name="world">Who there is.</param>
/// <param name="book">The bank's customers.</param>
internal sealed class GuideProgress(DemoNeeds needs, DemoWorld world, CustomerBook book)
{
    /// <summary>More entries than anybody makes by hand.</summary>
    private const int MostEntries = 1000;

    /// <summary>The steps that were done, and the tokens that are locked now.</summary>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<GuideState> ReadAsync(CancellationToken cancel)
    {
        IReadOnlyList<Happening> first = await ReadAsync(world.TokenIds[0], cancel).ConfigureAwait(false);
        IReadOnlyList<Happening> second = await ReadAsync(world.TokenIds[1], cancel).ConfigureAwait(false);
        int? registered = After(second, 0, one => one is { Event: "activate", Outcome: "accepted" });
        int? refused = After(second, registered, one => one is { Event: "validate", Outcome: "WrongCode" });
        int? reset = After(second, refused, one => one is { Event: "resync", Outcome: "accepted" });
        int? locked = After(first, 0, one => one.IsLocking);
        HashSet<GuideStep> done = [];
        Add(GuideStep.Register, After(first, 0, one => one is { Event: "activate", Outcome: "accepted" }) is not null);
        Add(GuideStep.SignIn, book.Find(world.Customers[0].Id)?.PasswordSetAt is not null);
        Add(GuideStep.Lock, locked is not null);
        Add(GuideStep.Unlock, After(first, locked, one => one is { Event: "unlock", Outcome: "done" }) is not null);
        Add(GuideStep.RegisterClock, registered is not null);
        Add(GuideStep.OutOfStep, refused is not null);
        Add(GuideStep.Reset, reset is not null);
        Add(GuideStep.SignInAgain, After(second, reset, one => one is { Event: "validate", Outcome: "accepted" }) is not null);
        return new GuideState(done, [.. new[] { (world.TokenIds[0], first), (world.TokenIds[1], second) }.Where(one => IsLocked(one.Item2)).Select(one => one.Item1)]);

        void Add(GuideStep step, bool isDone)
        {
            if (isDone)
            {
                done.Add(step);
            }
        }
    }

    /// <summary>The place after the first entry that is wanted, looked for from another such place on; null: there is none.</summary>
    private static int? After(IReadOnlyList<Happening> all, int? from, Func<Happening, bool> wanted)
    {
        for (int at = from ?? all.Count; at < all.Count; at++)
        {
            if (wanted(all[at]))
            {
                return at + 1;
            }
        }

        return null;
    }

    private static bool IsLocked(IReadOnlyList<Happening> all) =>
        all.LastOrDefault(one => one.IsLocking || one is { Event: "unlock", Outcome: "done" })?.IsLocking == true;

    /// <returns>What happened to a credential, oldest first; nothing when the service gives no answer.</returns>
    private async Task<IReadOnlyList<Happening>> ReadAsync(string credentialId, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(needs.Service(), $"/api/v1/audit?credential={Uri.EscapeDataString(credentialId)}&limit={MostEntries}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", world.OperatorKey);
            using HttpResponseMessage answer = await needs.Http.SendAsync(request, cancel).ConfigureAwait(false);
            answer.EnsureSuccessStatusCode();
            using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
            return [.. json.RootElement.GetProperty("entries").EnumerateArray().Reverse().Select(Happening.Of)];
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>An entry of the audit, as far as the guide reads it.</summary>
    private sealed record Happening(string Event, string Outcome, string Detail)
    {
        public bool IsLocking => Detail == "locked";

        public static Happening Of(JsonElement entry) => new(Word(entry, "event"), Word(entry, "outcome"), Word(entry, "detail"));

        private static string Word(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? "";
    }
}

/// <summary>How far somebody has come with the guide.</summary>
/// <param name="Done">Steps that were done.</param>
/// <param name="Locked">Tokens that are locked now.</param>
internal sealed record GuideState(IReadOnlySet<GuideStep> Done, IReadOnlyList<string> Locked)
{
    /// <summary>The first step that was not done; null when all were.</summary>
    public GuideStep? Next => Enum.GetValues<GuideStep>().Where(step => !Done.Contains(step)).Select(step => (GuideStep?)step).FirstOrDefault();
}
