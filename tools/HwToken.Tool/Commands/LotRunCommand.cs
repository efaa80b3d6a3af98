using System.CommandLine;
using HwToken.Core.Otp;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Provisioning.Transports;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot run</c>: the station.</summary>
internal static class LotRunCommand
{
    public static Command Build(ToolContext context)
    {
        var ports = new Option<string[]>("--port") { Description = "/dev/ttyUSB0, COM3, tcp:127.0.0.1:7000 or tcp:127.0.0.1:7000-7019; may be given several times.", HelpName = "PORT", Required = true };
        var once = new Option<bool>("--once") { Description = "One token a port, then stop." };
        var checkDisplay = new Option<bool>("--check-display") { Description = "Have the operator press each token's button and type the code." };
        var noLabels = new Option<bool>("--no-labels") { Description = "Make no labels now; 'hwtoken label' makes them later." };
        var print = new Option<string?>("--print") { Description = "Program that prints a label; {file} stands for the SVG.", HelpName = "COMMAND" };
        var command = new ExampleCommand(
            "run",
            "Waits for tokens on the ports; writes, proves, checks and labels each. Ctrl-C at any moment is safe; the next run brings everything to an end. Exit code 1 when a unit failed.",
            "lot run july --port /dev/ttyUSB0 --port /dev/ttyUSB1",
            "lot run july --port COM3 --check-display --print \"lp -d labels {file}\"",
            "lot run july --port tcp:127.0.0.1:7000-7019 --once")
        {
            ports, once, checkDisplay, noLabels, print,
        };
        var access = new LotAccess(command);
        command.SetAction(async (parsed, _) =>
        {
            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            if (lot.Definition.Type == OtpType.Totp)
            {
                context.WarnOfClock();
            }

            var options = new StationOptions
            {
                Ports = Parse(parsed.GetRequiredValue(ports)),
                Who = access.Who(parsed),
                IsOnce = parsed.GetValue(once),
                ChecksDisplay = parsed.GetValue(checkDisplay),
                Label = parsed.GetValue(noLabels) ? null : new UnitLabeller(lot, context.Clock, parsed.GetValue(print)).LabelAsync,
            };
            return await StationRun.RunAsync(context, lot, CommonOptions.HomeOf(parsed), options).ConfigureAwait(false);
        });
        return command;
    }

    private static LinePort[] Parse(string[] texts)
    {
        try
        {
            return [.. texts.SelectMany(LinePort.ParseMany)];
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
