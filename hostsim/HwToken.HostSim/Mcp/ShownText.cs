using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HwToken.HostSim.Mcp;

/// <summary>
/// What a tool may answer: known fields of the API's answers and nothing else, and in their texts nothing that could be a key. A name that somebody gave a token,
/// a line of the log, a message: all go through here.
/// </summary>
internal static partial class ShownText
{
    private const string LeftOut = "(left out: it may be a key)";

    private static readonly HashSet<string> Fields =
    [
        "id", "name", "credentialId", "type", "algorithm", "digits", "period", "activity", "powered", "speed", "now", "noCodeBefore", "wakes", "flashOperations",
        "screen", "content", "code", "lines", "error", "steady",
        "faults", "panelMissing", "buttonStuck", "rtcStopped", "batteryLost", "writesFail", "cut", "rtc", "time", "stopped", "ppm",
        "mode", "rate", "revision", "number", "at", "group", "what", "values", "fault", "words", "seconds", "reason", "kind", "bytes", "status", "title", "detail",
    ];

    /// <summary>An answer of the API as a tool tells it.</summary>
    /// <param name="json">One JSON value.</param>
    public static string OfJson(string json)
    {
        JsonNode? answer = JsonNode.Parse(json);
        Strip(answer);
        return answer?.ToJsonString() ?? "null";
    }

    /// <summary>A text without what could be a key: URIs of credentials, long runs of hexadecimal digits, of Base32 or of Base64.</summary>
    public static string Of(string text) => LongRun().Replace(Uri().Replace(text, LeftOut), LeftOut);

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach ((string name, JsonNode? value) in fields.ToArray())
                {
                    if (!Fields.Contains(name))
                    {
                        fields.Remove(name);
                    }
                    else if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                    {
                        fields[name] = Of(text.GetValue<string>());
                    }
                    else
                    {
                        Strip(value);
                    }
                }

                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                    {
                        items[i] = Of(text.GetValue<string>());
                    }
                    else
                    {
                        Strip(items[i]);
                    }
                }

                break;
        }
    }

    [GeneratedRegex(@"otpauth:\S*|secret\s*[=:]\s*\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Uri();

    /// <summary>Our credential IDs have 12 characters; the words of a display are shorter than a key.</summary>
    [GeneratedRegex(@"(?:[0-9A-Fa-f][ :-]?){20,}|[A-Za-z0-9+/_=-]{16,}|(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{1,4}")]
    private static partial Regex LongRun();
}
