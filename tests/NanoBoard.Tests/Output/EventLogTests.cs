using System.Text;
using System.Text.Json;
using NanoBoard.Output;

namespace NanoBoard.Tests.Output;

public sealed class EventLogTests
{
    [Fact]
    public void A_run_is_told_line_by_line_as_text_and_as_json()
    {
        using var rig = new Rig(() =>
        {
            Nano.System.Console.WriteLine("it is \"so\"");
            nanoFramework.Hardware.Esp32.Sleep.EnableWakeupByTimer(TimeSpan.FromSeconds(30));
            nanoFramework.Hardware.Esp32.Sleep.EnableWakeupByPin(nanoFramework.Hardware.Esp32.Sleep.WakeupGpioPin.Pin27, 0);
            nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
        });
        var log = new EventLog(rig.Board);
        rig.Board.ConnectPower();
        rig.Run(Rig.Second);
        Assert.Equal(["power: on", "firmware: Undefined", "text: it is \"so\"", "asleep: timer 30.000 s, pin 27 low"], log.ToText().Split('\n')[..^1].Select(line => line.Split(' ', 2)[1]));
        Assert.StartsWith("2026-01-01T00:00:00.0000000Z power: on\n", log.ToText(), StringComparison.Ordinal);
        JsonElement[] lines = [.. Encoding.UTF8.GetString(log.ToJsonLines()).Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["power", "firmware", "text", "asleep"], lines.Select(line => line.GetProperty("what").GetString()));
        Assert.Equal("it is \"so\"", lines[2].GetProperty("detail").GetString());
        Assert.Equal(["it is \"so\""], log.Printed);
    }

    [Fact]
    public void Every_kind_of_event_has_words_of_its_own()
    {
        Type[] kinds = [.. typeof(NanoBoard.Events.BoardEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(NanoBoard.Events.BoardEvent))];
        Assert.True(kinds.Length > 12);
        Assert.All(kinds, kind => Assert.NotEqual(kind.Name, EventWords.Of(Sample(kind)).What));
    }

    private static NanoBoard.Events.BoardEvent Sample(Type kind) =>
        (NanoBoard.Events.BoardEvent)Activator.CreateInstance(kind, [.. kind.GetConstructors()[0].GetParameters().Select(parameter => Sample(parameter))])!;

    private static object? Sample(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x"
        : parameter.ParameterType == typeof(NanoBoard.Events.SleepPlan) ? new NanoBoard.Events.SleepPlan(null, null, 0, default, default)
        : parameter.ParameterType == typeof(NanoBoard.Chips.FlashOperation) ? new NanoBoard.Chips.FlashOperation(1, default, "a", 2)
        : Activator.CreateInstance(parameter.ParameterType);
}
