using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Security.Cryptography;
using HwToken.Factory;
using HwToken.Provisioning;
using HwToken.Pskc;
using HwToken.Tool.Commands;
using HwToken.Tool.Console;
using Microsoft.Data.Sqlite;

namespace HwToken.Tool;

/// <summary>The tree of commands, and what an exception means to whoever typed one.</summary>
public static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>All commands.</summary>
    /// <param name="context">Where they write to.</param>
    public static RootCommand Build(ToolContext context)
    {
        var root = new RootCommand("hwtoken: from blank tokens to labelled, verified boxes and the seed file that goes with them.")
        {
            RegistryCommand.Build(context),
            LotCommand.Build(context),
            LabelCommand.Build(context),
            DeviceCommand.Build(context),
            SeedsCommand.Build(context),
            PskcCommand.Build(context),
            CompletionCommand.Build(context),
        };
        root.Options.Add(CommonOptions.Home);
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            // They would stand first in every completion.
            help.Aliases.Remove("/h");
            help.Aliases.Remove("/?");
            help.Action = new ExampleHelp(
                (HelpAction)help.Action!, "registry init", "lot create july --prefix DPHT --count 20", "lot run july --port /dev/ttyUSB0", "lot seal july --transport-key july.key");
        }

        return root;
    }

    /// <summary>Runs one command.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="context">Where it writes to.</param>
    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, ToolContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ParseResult parsed = Build(context).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not ExampleHelp)
        {
            foreach (ParseError error in parsed.Errors)
            {
                await context.Error.WriteLineAsync("hwtoken: " + error.Message).ConfigureAwait(false);
            }

            await context.Error.WriteLineAsync($"Try '{Typed(parsed.CommandResult)} --help'.").ConfigureAwait(false);
            return WrongUsage;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = context.Output, Error = context.Error };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            await context.Error.WriteLineAsync("hwtoken: " + e.Message).ConfigureAwait(false);
            return WrongUsage;
        }
        catch (Exception e) when (e is FactoryException or ProvisioningException or PskcException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            await context.Error.WriteLineAsync("hwtoken: " + e.Message.ReplaceLineEndings(" ")).ConfigureAwait(false);
            return Failed;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            await context.Error.WriteLineAsync("hwtoken: the disk is full. Nothing of this command was kept; make room and repeat it.").ConfigureAwait(false);
            return Failed;
        }
        catch (DbException e)
        {
            await context.Error.WriteLineAsync("hwtoken: the ledger or the registry cannot be read or written: " + e.Message.ReplaceLineEndings(" ") + " Nothing of this command was kept halfway; check the disk, or restore the file from its backup.").ConfigureAwait(false);
            return Failed;
        }
    }

    /// <summary>A command with those above it, as it is typed.</summary>
    private static string Typed(CommandResult command) => command.Parent is CommandResult above ? $"{Typed(above)} {command.Command.Name}" : "hwtoken";
}
