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
        var folder = new Option<string>("--lot") { Description = "Folder of the token's lot: keeps the measurement, and tells the rate since the clock was set. Needs the lot's key.", HelpName = "LOT" };
        var command = new ExampleCommand(
            "get-time",
            "Tells a locked token's time and how far it is off this computer's clock.",
            "device get-time --port /dev/ttyUSB0",
            "device get-time --port tcp:127.0.0.1:7000 --lot july")
        {
            port,
        };
        var access = new LotAccess(command, LotPurpose.Work, folder);
        command.SetAction(async (parsed, cancel) =>
        {
            context.WarnOfClock();
            using LotSession? session = parsed.GetValue(folder) is null ? null : access.Open(parsed, context);
            await using LineTransport line = await DeviceCommand.Parse(parsed.GetRequiredValue(port)).OpenAsync(cancel).ConfigureAwait(false);
            var client = new ProvisioningClient(line);
            string id = await DeviceCommand.LockedIdAsync(client, cancel).ConfigureAwait(false);
            if (session is not null && session.Lot.Ledger.Find(id) is null)
            {
                throw new FactoryException($"{id} is no unit of lot {session.Lot.Definition.LotId}.");
            }

            ClockMeasurement? measured = session is null
                ? await new ClockMeter(context.Clock).MeasureAsync(client, cancel).ConfigureAwait(false)
                : await new ClockKeeper(session.Lot, context.Clock, session.Bench.Who).MeasureAsync(client, id, cancel).ConfigureAwait(false);
            if (measured is null)
            {
                throw new FactoryException("The token has no clock that runs.");
            }

            DateTimeOffset time = measured.At.AddMilliseconds(measured.ErrorMilliseconds);
            string told = string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, error {measured}");
            string rate = session is null ? "" : ", " + (session.Lot.Ledger.ClockRate(id)?.ToString() ?? "the first measurement since the clock was set");
            await context.Output.WriteLineAsync(session is null ? told : $"{id}  {told}{rate}").ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
