using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Scenarios.Playing;
using HwToken.Simulator.Records;
using HwToken.Simulator.Screens;

namespace HwToken.Scenarios.Records;

/// <summary>
/// Writes what was done to a token as a scenario. It is played once as it is written: what it expects is what that play showed, so it holds; where the token
/// itself had shown something else (another token's random bounce, a hold-off that was open at the beginning), a comment says so.
/// </summary>
public static class RecordedStory
{
    /// <summary>The secret that stories have when they give none (RFC 4226, appendix D) stands for the token's.</summary>
    private const string NoSecret = "# The token's secret is left out: codes are others, and only told apart.";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);

    /// <summary>Writes it.</summary>
    /// <param name="name">What it tells.</param>
    /// <param name="start">How the token was before the first deed.</param>
    /// <param name="deeds">What was done, in order; at least one.</param>
    /// <param name="until">Up to when the token was watched, by its time.</param>
    /// <param name="secret">The token's test secret in Base32, to have its codes; null: it is left out.</param>
    /// <param name="cancel">Ends the play.</param>
    /// <returns>YAML.</returns>
    public static async Task<string> WriteAsync(string name, RecordedStart start, IReadOnlyList<RecordedDeed> deeds, DateTimeOffset until, string? secret, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(deeds);
        var first = DateTimeOffset.FromUnixTimeSeconds((deeds[0].At - Lead).ToUnixTimeSeconds());
        List<(string Step, string? Seen)> steps = Lay(start, deeds, first, until);
        string head = Head(name, start, first, secret);
        Scenario bare = ScenarioReader.Read("record.yaml", head + string.Concat(steps.Select(step => $"  - {step.Step}\n")));
        var shown = new List<(ScreenReading Seen, bool IsNew)>();
        await ScenarioRun.WatchAsync(bare, (reading, isNew) => shown.Add((reading, isNew)), cancel).ConfigureAwait(false);
        return head + Body(steps, shown, secret is not null);
    }

    private static string Head(string name, RecordedStart start, DateTimeOffset first, string? secret)
    {
        var text = new StringBuilder();
        text.Append(secret is null && start.Id is not null ? NoSecret + "\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(name)}\nclock: {first:yyyy-MM-dd'T'HH:mm:ss'Z'}\ntokens:\n  token: {TokenOf(start, secret)}\nsteps:\n");
        return text.ToString();
    }

    private static string TokenOf(RecordedStart start, string? secret)
    {
        if (start is not { Id: { } id, Parameters: { } parameters })
        {
            return "blank";
        }

        var pairs = new List<string> { $"type: {OtpWords.Of(parameters.Type)}", $"id: {id}", $"algorithm: {OtpWords.Of(parameters.Algorithm)}", FormattableString.Invariant($"digits: {parameters.Digits}") };
        pairs.Add(parameters.Type == OtpType.Totp ? FormattableString.Invariant($"period: {parameters.PeriodSeconds}") : FormattableString.Invariant($"counter: {start.NextFactor}"));
        if (secret is not null)
        {
            pairs.Add($"secret: \"{secret}\"");
        }

        return $"{{ {string.Join(", ", pairs)} }}";
    }

    /// <summary>Steps with the waits between them, each with what the token had shown before it.</summary>
    private static List<(string Step, string? Seen)> Lay(RecordedStart start, IReadOnlyList<RecordedDeed> deeds, DateTimeOffset first, DateTimeOffset until)
    {
        List<(string Step, string? Seen)> steps = [.. start.Steps().Select(step => (step, (string?)null))];
        DateTimeOffset now = first;
        foreach (RecordedDeed deed in deeds)
        {
            WaitUntil(deed.At, deed.Seen);
            steps.Add((deed.Step, null));
            now = deed.At + deed.Takes;
        }

        WaitUntil(until, null);
        return steps;

        void WaitUntil(DateTimeOffset moment, string? seen)
        {
            if (moment > now)
            {
                steps.Add(("wait: " + RecordWords.Span(moment - now), seen));
                now = moment;
            }
        }
    }

    /// <summary>After each step that changed the display: what it shows.</summary>
    private static string Body(List<(string Step, string? Seen)> steps, List<(ScreenReading Seen, bool IsNew)> shown, bool hasSecret)
    {
        var text = new StringBuilder();
        string before = ScreenReading.Dark.Describe();
        string? lastCode = null;
        foreach (((string step, string? recorded), (ScreenReading seen, bool isNew)) in steps.Zip(shown))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {step}\n");
            if (recorded is not null && recorded != RecordWords.Seen(seen))
            {
                text.Append(CultureInfo.InvariantCulture, $"  # when it was recorded, the display was: {recorded}\n");
            }

            string now = seen.Describe();
            if (now != before && seen.Content != ScreenContent.Unreadable)
            {
                string code = hasSecret ? $"\"{seen.Code}\"" : isNew ? "new" : seen.Code == lastCode ? "same" : "any";
                string wanted = seen.Content switch
                {
                    ScreenContent.Code => $"code: {code}",
                    ScreenContent.Dark => "screen: dark",
                    _ when seen.Error is not null => $"error: {ScenarioRun.ErrorOf(seen)}",
                    _ => $"screen: {Quoted(seen.Lines[0])}",
                };
                text.Append(CultureInfo.InvariantCulture, $"  - expect: {{ {wanted} }}\n");
                lastCode = seen.Code ?? lastCode;
            }

            before = now;
        }

        return text.ToString();
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
