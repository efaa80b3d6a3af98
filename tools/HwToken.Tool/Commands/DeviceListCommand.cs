using HwToken.Lines;
using HwToken.Provisioning;
using HwToken.Provisioning.Transports;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken device list</c>: which ports there are, and what answers on them.</summary>
internal static class DeviceListCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    public static System.CommandLine.Command Build(ToolContext context)
    {
        var silent = new System.CommandLine.Option<bool>("--no-ask") { Description = "Only list the ports; send nothing." };
        var command = new ExampleCommand(
            "list", "Lists the serial ports with the names of their USB devices, and asks each who answers there (HELLO; changes nothing).", "device list", "device list --no-ask") { silent };
        command.SetAction(async (parsed, cancel) =>
        {
            IReadOnlyList<SerialDevice> devices = context.SerialDevices();
            if (devices.Count == 0)
            {
                await context.Output.WriteLineAsync("No serial port. Plug the adapter in; a cable that only charges shows none.").ConfigureAwait(false);
                return 0;
            }

            string[] answers = parsed.GetValue(silent)
                ? [.. devices.Select(_ => "")]
                : await Task.WhenAll(devices.Select(device => AskAsync(device.Name, cancel))).ConfigureAwait(false);
            int wide = devices.Max(device => device.Name.Length);
            foreach ((SerialDevice device, string answer) in devices.Zip(answers))
            {
                string usb = device.UsbId.Length == 0 ? "" : $"  {device.UsbId} {device.Usb}".TrimEnd();
                await context.Output.WriteLineAsync($"{device.Name.PadRight(wide)}{(answer.Length == 0 ? "" : "  ")}{answer}{usb}").ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }

    private static async Task<string> AskAsync(string name, CancellationToken cancel)
    {
        try
        {
            await using LineTransport line = await LinePort.Parse(name).OpenAsync(cancel).ConfigureAwait(false);
            return await new ProvisioningClient(line, Patience).TryHelloAsync(cancel).ConfigureAwait(false) is { } greeting
                ? $"{(greeting.IsLocked ? "locked " + greeting.CredentialId : "blank")}, firmware {greeting.FirmwareVersion}"
                : "no token answers (hold its button 10 s for service mode)";
        }
        catch (ProvisioningException)
        {
            return "something else answers";
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }
}
