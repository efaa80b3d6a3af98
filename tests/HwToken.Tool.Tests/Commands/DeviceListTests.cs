using HwToken.Lines;
using HwToken.Tool.Console;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests.Commands;

public sealed class DeviceListTests
{
    [Fact]
    public async Task Ports_are_listed_with_their_USB_names_and_what_answers_there()
    {
        using var jig = new Jig(1);
        jig.Insert(new BenchToken());
        (int code, string output) = await RunAsync([new SerialDevice(jig.Port, "Silicon Labs CP2102N 0001", "10c4:ea60"), new SerialDevice("/dev/no-such-port", "", "")], "device", "list");
        Assert.Equal(0, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.StartsWith(jig.Port, lines[0], StringComparison.Ordinal);
        Assert.Contains("blank, firmware", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("10c4:ea60 Silicon Labs CP2102N 0001", lines[0], StringComparison.Ordinal);
        Assert.Contains("is not there", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_port_is_told_with_what_to_do_and_without_asking_nothing_is_opened()
    {
        Assert.Contains("Plug the adapter in", (await RunAsync([], "device", "list")).Output, StringComparison.Ordinal);
        Assert.Equal("/dev/no-such-port", (await RunAsync([new SerialDevice("/dev/no-such-port", "", "")], "device", "list", "--no-ask")).Output.Trim());
    }

    private static async Task<(int Code, string Output)> RunAsync(IReadOnlyList<SerialDevice> devices, params string[] args)
    {
        using var output = new StringWriter();
        var context = new ToolContext(output, output, TextReader.Null, null, TimeProvider.System) { SerialDevices = () => devices };
        return (await CommandLine.RunAsync(args, context), output.ToString());
    }
}
