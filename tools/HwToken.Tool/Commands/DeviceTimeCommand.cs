using System.CommandLine;
using System.Globalization;
using HwToken.Factory;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Provisioning;
using HwToken.Provisioning.Transports;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken device get-time</c>: how far a token's clock is off and, with its lot, how fast it runs.</summary>
internal static class DeviceTimeCommand
{
    public static Command Build(ToolContext context)
    {
        Option<string> port = DeviceCommand.Port();
        var folder = new Option<string?>("--lot") { Description = "Folder of the token's lot: keeps the measurement, and tells the rate since the clock was set. Needs no key.", HelpName = "LOT" };
        Option<string?> who = CommonOptions.Operator();
        var command = new ExampleCommand(
            "get-time",
            "Tells a locked token's time and how far it is off this computer's clock.",
            "device get-time --port /dev/ttyUSB0",
            "device get-time --port tcp:127.0.0.1:7000 --lot july")
        {
            port, folder, who,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using Lot? lot = parsed.GetValue(folder) is { } path ? Lot.Open(path, null, context.Clock) : null;
            await using LineTransport line = await DeviceCommand.Parse(parsed.GetRequiredValue(port)).OpenAsync(cancel).ConfigureAwait(false);
            var client = new ProvisioningClient(line);
            string id = await DeviceCommand.LockedIdAsync(client, cancel).ConfigureAwait(false);
            ClockMeasurement measured = await new ClockMeter(context.Clock).MeasureAsync(client, cancel).ConfigureAwait(false)
                ?? throw new FactoryException("The token has no clock that runs.");
            DateTimeOffset time = measured.At.AddMilliseconds(measured.ErrorMilliseconds);
            string told = string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, error {measured}");
            if (lot is not null)
            {
                if (lot.Ledger.Find(id) is null)
                {
                    throw new FactoryException($"{id} is no unit of lot {lot.Definition.LotId}.");
                }

                lot.Ledger.AddClockMeasurement(id, measured, CommonOptions.Who(parsed, who));
                LotAccess.KeepHead(parsed, lot, context.Clock);
                told = $"{id}  {told}, {lot.Ledger.ClockRate(id)?.ToString() ?? "the first measurement since the clock was set"}";
            }

            await context.Output.WriteLineAsync(told).ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
