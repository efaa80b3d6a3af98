using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Factory;
using HwToken.Factory.Ledger;
using HwToken.Lines;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Provisioning;
using HwToken.Provisioning.Transports;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken device …</c>: one token on a line.</summary>
internal static class DeviceCommand
{
    public static Command Build(ToolContext context)
    {
        var command = new ExampleCommand("device", "One token on a line: ask it, set its clock, test it, erase it.", "device info --port /dev/ttyUSB0");
        command.Subcommands.Add(DeviceListCommand.Build(context));
        command.Subcommands.Add(Plain(context, "info", "Tells who answers: blank or locked, credential ID, firmware.", InfoAsync));
        command.Subcommands.Add(Plain(context, "status", "Tells a locked token's parameters and the state of its clock.", StatusAsync));
        command.Subcommands.Add(DeviceTimeCommand.Build(context));
        command.Subcommands.Add(Plain(context, "selftest", "Has the token test its arithmetic, memory, display and clock.", SelfTestAsync));
        command.Subcommands.Add(WithLot(context, "set-time", "Sets a locked token's clock. Needs its lot: the admin key comes from the lot's key.", confirms: false, SetTimeAsync));
        command.Subcommands.Add(WithLot(context, "erase", "Erases a locked token: its secret is gone, it is blank, its unit is scrapped. Needs its lot. Asks first.", confirms: true, EraseAsync));
        command.Subcommands.Add(DeviceFileCommand.Build(context));
        return command;
    }

    private static ExampleCommand Plain(ToolContext context, string name, string description, Func<ToolContext, ProvisioningClient, CancellationToken, Task> run)
    {
        Option<string> port = Port();
        var command = new ExampleCommand(name, description, $"device {name} --port /dev/ttyUSB0", $"device {name} --port tcp:127.0.0.1:7000") { port };
        command.SetAction(async (parsed, cancel) =>
        {
            await using LineTransport line = await Parse(parsed.GetRequiredValue(port)).OpenAsync(cancel).ConfigureAwait(false);
            await run(context, new ProvisioningClient(line), cancel).ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    private static ExampleCommand WithLot(ToolContext context, string name, string description, bool confirms, Func<ToolContext, LotSession, ProvisioningClient, string, CancellationToken, Task> run)
    {
        Option<string> port = Port();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new ExampleCommand(name, description, $"device {name} --port /dev/ttyUSB0 --lot july") { port };
        var access = new LotAccess(command, LotPurpose.Work, LotOption());
        if (confirms)
        {
            command.Options.Add(yes);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            using LotSession session = access.Open(parsed, context);
            await using LineTransport line = await Parse(parsed.GetRequiredValue(port)).OpenAsync(cancel).ConfigureAwait(false);
            var client = new ProvisioningClient(line);
            string id = await LockedIdAsync(client, cancel).ConfigureAwait(false);
            if (session.Lot.Ledger.Find(id) is null)
            {
                throw new FactoryException($"{id} is no unit of lot {session.Lot.Definition.LotId}. Name its own lot.");
            }

            if (confirms && !parsed.GetValue(yes) && !context.Confirm($"{name} {id}: this cannot be undone. Go on?"))
            {
                await context.Error.WriteLineAsync("hwtoken: nothing was changed").ConfigureAwait(false);
                return 1;
            }

            await run(context, session, client, id, cancel).ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    internal static Option<string> LotOption() => new("--lot") { Description = "Folder of the token's lot.", HelpName = "LOT", Required = true };

    /// <summary>The credential ID of the token on the line.</summary>
    /// <exception cref="FactoryException">It is blank, and would only say that it does not know the command.</exception>
    internal static async Task<string> LockedIdAsync(ProvisioningClient client, CancellationToken cancel) =>
        (await client.HelloAsync(cancel).ConfigureAwait(false)).CredentialId
            ?? throw new FactoryException("The token is blank: it holds no credential yet. Write one with 'hwtoken lot run'.");

    private static async Task InfoAsync(ToolContext context, ProvisioningClient client, CancellationToken cancel)
    {
        TokenGreeting greeting = await client.HelloAsync(cancel).ConfigureAwait(false);
        await context.Output.WriteLineAsync($"{(greeting.IsLocked ? "locked " + greeting.CredentialId : "blank")}, firmware {greeting.FirmwareVersion}").ConfigureAwait(false);
    }

    private static async Task StatusAsync(ToolContext context, ProvisioningClient client, CancellationToken cancel)
    {
        await LockedIdAsync(client, cancel).ConfigureAwait(false);
        TokenStatus status = await client.StatusAsync(cancel).ConfigureAwait(false);
        string clock = status.Clock switch { TokenClock.Running => "clock runs", TokenClock.Missing => "no clock", _ => "clock stopped" };
        string period = status.Type == OtpType.Totp ? string.Create(CultureInfo.InvariantCulture, $", {status.PeriodSeconds} s") : "";
        await context.Output.WriteLineAsync($"{status.CredentialId}  {OtpWords.Of(status.Type)} {OtpWords.Of(status.Algorithm)}, {status.Digits} digits{period}, {clock}").ConfigureAwait(false);
    }

    private static async Task SelfTestAsync(ToolContext context, ProvisioningClient client, CancellationToken cancel)
    {
        await client.SelfTestAsync(cancel).ConfigureAwait(false);
        await context.Output.WriteLineAsync("self-test passed").ConfigureAwait(false);
    }

    private static async Task SetTimeAsync(ToolContext context, LotSession session, ProvisioningClient client, string id, CancellationToken cancel)
    {
        context.WarnOfClock();
        var clocks = new ClockKeeper(session.Lot, context.Clock, session.Bench.Who);
        await clocks.SetAsync(client, id, cancel).ConfigureAwait(false);

        // The beginning of a new stretch: a later get-time --lot tells the rate from here on.
        ClockMeasurement? measured = await clocks.MeasureAsync(client, id, cancel).ConfigureAwait(false);
        await context.Output.WriteLineAsync($"{id}  clock set, error {measured}").ConfigureAwait(false);
    }

    private static async Task EraseAsync(ToolContext context, LotSession session, ProvisioningClient client, string id, CancellationToken cancel)
    {
        // Scrapped first: ended in the middle, the token holds a scrapped unit, which the station erases; never is a unit delivered that no token holds.
        Lot lot = session.Lot;
        bool isDelivered = lot.Ledger.Find(id)?.State == UnitState.Sealed;
        lot.Ledger.TryScrap(id, "its token was erased on request", session.Bench.Who);
        byte[] adminKey = lot.Keys.AdminKey(id);
        try
        {
            await client.EraseAsync(adminKey, cancel).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(adminKey);
        }

        lot.Ledger.Note(session.Bench.Who, new AuditEvent(AuditKind.Erased) { Id = id });
        await context.Output.WriteLineAsync(id + "  erased; the token is blank").ConfigureAwait(false);
        if (isDelivered)
        {
            await context.Output.WriteLineAsync($"{id} stands in a sealed seed file. Have the validation service revoke it.").ConfigureAwait(false);
        }
    }

    internal static Option<string> Port() => new("--port") { Description = "/dev/ttyUSB0, COM3 or tcp:127.0.0.1:7000.", HelpName = "PORT", Required = true };

    internal static LinePort Parse(string text)
    {
        try
        {
            return LinePort.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
