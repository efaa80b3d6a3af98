using System.Text.Json;

namespace HwToken.Simulator.Power;

/// <summary>The figures of hardware/power/model.json, calculated by its budget.py and not measured.</summary>
internal sealed record PowerFigures(PanelFigures Panel, IReadOnlyDictionary<string, BoardFigures> Boards, IReadOnlyList<BatteryFigures> Batteries)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The figures that this build carries.</summary>
    public static PowerFigures Default { get; } = Load();

    private static PowerFigures Load()
    {
        using Stream json = typeof(PowerFigures).Assembly.GetManifestResourceStream("power-model.json")!;
        return JsonSerializer.Deserialize<PowerFigures>(json, Format)!;
    }
}
