using System.CommandLine;
using HwToken.Core.Otp;
using HwToken.Lines;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
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
        var flash = new Option<string?>("--flash")
        {
            Description = "Program that flashes the board on a port first; {port} and {image} stand for the port and --image. Runs when the run begins and again for each board that is put on; never for a token that holds a credential.",
            HelpName = "COMMAND",
        };
        var image = new Option<string?>("--image") { Description = "Firmware image for --flash.", HelpName = "FILE" };
        var flashLimit = new Option<int>("--flash-limit") { Description = "Seconds that flashing may take.", HelpName = "S", DefaultValueFactory = _ => 180 };
        var firmware = new Option<string?>("--firmware") { Description = "Firmware version that tokens must tell, such as 1.1.0; others are set aside.", HelpName = "VERSION" };
        var command = new ExampleCommand(
            "run",
            "Waits for tokens on the ports; writes, proves, checks and labels each. Ctrl-C at any moment is safe; the next run brings everything to an end. Exit code 1 when a unit failed.",
            "lot run july --port /dev/ttyUSB0 --port /dev/ttyUSB1",
            "lot run july --port COM3 --check-display --print \"lp -d labels {file}\"",
            "lot run july --port /dev/ttyUSB0 --flash \"nanoff --target ESP32_REV0 --serialport {port} --deploy --image {image}\" --image HwToken.bin --firmware 1.1.0",
            "lot run july --port tcp:127.0.0.1:7000-7019 --once")
        {
            ports, once, checkDisplay, noLabels, print, flash, image, flashLimit, firmware,
        };
        var access = new LotAccess(command);
        command.SetAction(async (parsed, _) =>
        {
            CheckFlash(parsed.GetValue(flash), parsed.GetValue(image), parsed.GetValue(flashLimit));
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
                Firmware = parsed.GetValue(firmware),
                Flash = parsed.GetValue(flash) is { } program
                    ? new PortFlasher(program, parsed.GetValue(image), TimeSpan.FromSeconds(parsed.GetValue(flashLimit)), Path.Combine(lot.Folder.Folder, "flashing")).FlashAsync
                    : null,
                Label = parsed.GetValue(noLabels) ? null : new UnitLabeller(lot, context.Clock, parsed.GetValue(print)).LabelAsync,
            };
            return await StationRun.RunAsync(context, lot, CommonOptions.HomeOf(parsed), options).ConfigureAwait(false);
        });
        return command;
    }

    private static void CheckFlash(string? program, string? image, int limit)
    {
        if (program is null && image is not null)
        {
            throw new UsageException("--image is for --flash: name the program that writes it.");
        }

        if (program?.Contains("{image}", StringComparison.Ordinal) == true && !File.Exists(image))
        {
            throw new UsageException(image is null ? "--flash asks for {image}: name the file with --image." : $"There is no image {image}.");
        }

        if (program?.Contains("{port}", StringComparison.Ordinal) == false)
        {
            throw new UsageException("--flash must name {port}, or every port would flash the same board.");
        }

        if (limit < 1)
        {
            throw new UsageException("--flash-limit takes 1 or more seconds.");
        }
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
