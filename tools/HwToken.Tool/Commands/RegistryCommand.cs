using System.CommandLine;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken registry …</c>: the authority over every ID.</summary>
internal static class RegistryCommand
{
    public static Command Build(ToolContext context)
    {
        var command = new ExampleCommand("registry", "The registry of every ID that this factory ever gave out, and of its lots.", "registry init", "registry backup /media/usb/registry-2026-11-28.db");
        command.Subcommands.Add(Init(context));
        command.Subcommands.Add(Backup(context));
        command.Subcommands.Add(Restore(context));
        command.Subcommands.Add(Adopt(context));
        return command;
    }

    private static ExampleCommand Init(ToolContext context)
    {
        Option<bool> clockIsRight = CommonOptions.ClockIsRight();
        var command = new ExampleCommand("init", "Begins a registry: once in the life of a factory. IDs begin at 1.", "registry init", "registry init --home /srv/factory") { clockIsRight };
        command.SetAction(parsed =>
        {
            var bench = new Bench(CommonOptions.HomeOf(parsed), context.Clock, "") { ProgramDate = context.ProgramDate, IsClockRight = parsed.GetValue(clockIsRight) };
            BenchClock.Check(bench, null);
            IdRegistry.Create(bench.Home.RegistryPath);
            context.Output.WriteLine($"Registry: {bench.Home.RegistryPath}");
            context.Output.WriteLine("IDs begin at 1. If this factory has given out IDs before, do not go on: remove this file and bring that registry back (hwtoken registry restore).");
            context.Output.WriteLine("Back it up, after every lot: hwtoken registry backup FILE");
            return 0;
        });
        return command;
    }

    private static ExampleCommand Backup(ToolContext context)
    {
        var file = new Argument<string>("FILE") { Description = "New file for the backup." };
        var command = new ExampleCommand("backup", "Writes a whole copy of the registry, also while stations work.", "registry backup /media/usb/registry-2026-11-28.db") { file };
        command.SetAction(parsed =>
        {
            IdRegistry.Backup(CommonOptions.HomeOf(parsed).RegistryPath, parsed.GetRequiredValue(file));
            context.Output.WriteLine($"Backup: {Path.GetFullPath(parsed.GetRequiredValue(file))}");
            return 0;
        });
        return command;
    }

    private static ExampleCommand Restore(ToolContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A backup, or the registry.db of a bench that is gone." };
        var command = new ExampleCommand("restore", "Brings a registry back, where there is none.", "registry restore /media/usb/registry-2026-11-28.db") { file };
        command.SetAction(parsed =>
        {
            FactoryHome home = CommonOptions.HomeOf(parsed);
            IdRegistry.Restore(parsed.GetRequiredValue(file), home.RegistryPath);
            context.Output.WriteLine($"Registry: {home.RegistryPath}");
            context.Output.WriteLine("It does not know what happened after that backup. Before the next 'lot create', for every lot that was made or extended since: hwtoken lot adopt LOT");
            return 0;
        });
        return command;
    }

    private static ExampleCommand Adopt(ToolContext context)
    {
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new ExampleCommand("adopt", "Declares that the registry was moved here, folder and all, and that no other copy of it is worked with.", "registry adopt --home /mnt/new/factory") { yes };
        command.SetAction(parsed =>
        {
            string path = CommonOptions.HomeOf(parsed).RegistryPath;
            if (!parsed.GetValue(yes) && !context.Confirm($"Two registries that were one give out the same IDs. Is {path} the only one that will be worked with?"))
            {
                context.Error.WriteLine("hwtoken: nothing was changed");
                return 1;
            }

            IdRegistry.Adopt(path);
            context.Output.WriteLine($"Registry: {path}");
            return 0;
        });
        return command;
    }
}
