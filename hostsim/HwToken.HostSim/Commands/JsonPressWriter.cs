using System.Text.Json;
using System.Text.Json.Serialization;
using HwToken.Simulator;

namespace HwToken.HostSim.Commands;

/// <summary>One JSON object with all presses.</summary>
internal sealed class JsonPressWriter(TextWriter output) : IPressWriter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly List<Press> _presses = [];

    /// <inheritdoc/>
    public void Write(PressResult press) =>
        _presses.Add(new Press(press.At.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), press.Code, press.MovingFactor, press.Screen.Describe()));

    /// <inheritdoc/>
    public void Finish() => output.WriteLine(JsonSerializer.Serialize(new { presses = _presses }, Options));

    private sealed record Press(string At, string? Code, ulong? MovingFactor, string Screen);
}
