using System.Text.Json;
using System.Text.Json.Serialization;
using HwToken.Rack.Contract;
using HwToken.Rack.Store;
using HwToken.Simulator.Screens;
using NanoBoard;

namespace HwToken.Rack.Api;

/// <summary>The contract in JSON without reflection, as strict as over HTTP: what is trimmed cannot look at its own types.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelEnum<Activity>), typeof(CamelEnum<ScreenContent>), typeof(CamelEnum<CutMode>)])]
[JsonSerializable(typeof(IReadOnlyList<RackItem>))]
[JsonSerializable(typeof(TokenState))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(SerialLine))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(SavedToken))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Requests.Button))]
[JsonSerializable(typeof(Requests.Power))]
[JsonSerializable(typeof(Requests.Fault))]
[JsonSerializable(typeof(Requests.Cut))]
[JsonSerializable(typeof(Requests.RtcJump))]
[JsonSerializable(typeof(Requests.RtcPpm))]
[JsonSerializable(typeof(Requests.Pace))]
[JsonSerializable(typeof(Requests.Hold))]
[JsonSerializable(typeof(Requests.Rename))]
[JsonSerializable(typeof(Requests.NewTokens))]
[JsonSerializable(typeof(Requests.Jump))]
[JsonSerializable(typeof(Requests.Provision))]
internal sealed partial class RackJson : JsonSerializerContext;
