using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HwToken.Rack.Live;

namespace HwToken.Rack.Api;

/// <summary>
/// The simulator's API for its own page, without a server: the same addresses below <c>/sim/v1</c>, bodies, answers and refusals. A test puts
/// the same requests to both.
/// </summary>
/// <param name="rack">The tokens.</param>
internal sealed class PageRequests(TokenRack rack)
{
    private const string Nothing = "";

    private static RackJson Json => RackJson.Default;

    /// <summary>Answers a request.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Address below <c>/sim/v1</c>.</param>
    /// <param name="body">JSON, or empty.</param>
    /// <returns>HTTP status, and JSON or nothing.</returns>
    public (int Status, string Body) Answer(string method, string path, string body)
    {
        try
        {
            return (method, path.Split('/')) switch
            {
                ("GET", ["", "tokens"]) => (200, Tell(rack.Items(), Json.IReadOnlyListRackItem)),
                ("POST", ["", "tokens"]) => (201, Tell(RackActions.New(rack, body.Length == 0 ? null : Read(body, Json.NewTokens), read: null), Json.IReadOnlyListRackItem)),
                ("DELETE", ["", "tokens", var id]) => (204, Do(() => rack.Remove(id))),
                ("PATCH", ["", "tokens", var id]) => (200, Tell(RackActions.Rename(rack[id], Read(body, Json.Rename)), Json.RackItem)),
                ("GET", ["", "tokens", var id]) => (200, Tell(rack[id].View(), Json.TokenState)),
                ("GET", ["", "tokens", var id, var what]) => (200, Get(rack[id], what)),
                ("POST", ["", "tokens", var id, var what]) => (200, Post(rack[id], what, body)),
                _ => throw RefusalException.NoAddress(),
            };
        }
        catch (RefusalException e)
        {
            return (e.Status, Tell(new Problem(e.Status, e.Message, e.Code), Json.Problem));
        }
    }

    private static string Get(TokenSlot slot, string what) => what switch
    {
        "screen" => Tell(slot.View().Screen, Json.ScreenState),
        "log" => Lines(slot.LogAfter(0), Json.LogEntry),
        "serial" => Lines(slot.SerialAfter(0), Json.SerialLine),
        _ => throw RefusalException.NoAddress(),
    };

    private static string Post(TokenSlot slot, string what, string body) => what switch
    {
        "press" => Tell(BoardActions.Press(slot), Json.ScreenState),
        "hold" => Tell(BoardActions.Hold(slot, Read(body, Json.Hold)), Json.ScreenState),
        "button" => Do(() => BoardActions.Button(slot, Read(body, Json.Button))),
        "power" => Do(() => BoardActions.Power(slot, Read(body, Json.Power))),
        "reset" => Do(slot.Reset),
        "fault" => Do(() => BoardActions.Fault(slot, Read(body, Json.Fault))),
        "cut" => Do(() => slot.SetCut(Read(body, Json.Cut).Mode)),
        "speed" => Do(() => TimeActions.Speed(slot, Read(body, Json.Pace))),
        "jump" => Do(() => TimeActions.Jump(slot, Read(body, Json.Jump))),
        "follow" => Do(slot.Follow),
        "renew" => Do(slot.Renew),
        "rtc-jump" => Do(() => TimeActions.ChipJump(slot, Read(body, Json.RtcJump))),
        "rtc-ppm" => Do(() => TimeActions.ChipPpm(slot, Read(body, Json.RtcPpm))),
        "rtc-set" => Do(slot.SetRtc),
        "blank" => Do(slot.Blank),
        "provision" => Tell(CredentialActions.Provision(slot, Read(body, Json.Provision)), Json.RackItem),
        "secret" => Tell(CredentialActions.Tell(slot), Json.Secret),
        "snapshot" => Tell(slot.Save(), Json.SavedToken),
        "restore" => Tell(CredentialActions.Restore(slot, Read(body, Json.SavedToken)), Json.RackItem),
        _ => throw RefusalException.NoAddress(),
    };

    private static string Do(Action action)
    {
        action();
        return Nothing;
    }

    private static string Lines<T>(IEnumerable<T> lines, JsonTypeInfo<T> type) => string.Concat(lines.Select(line => Tell(line, type) + "\n"));

    private static string Tell<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static T Read<T>(string body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw RefusalException.BadBody();
        }
        catch (JsonException)
        {
            throw RefusalException.BadBody();
        }
    }
}
