using System.CommandLine;
using System.CommandLine.Help;
using NanoGuard.Reports;

namespace NanoGuard.Tool;

/// <summary>The <c>nanoguard</c> command.</summary>
public static class CommandLine
{
    /// <summary>Nothing was found, or only what the baseline knows.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Found = 1;

    /// <summary>Nothing was checked: wrong usage, a file that cannot be read or written.</summary>
    public const int Usage = 2;

    private static readonly Argument<string[]> Assemblies = new("assemblies")
    {
        Description = "Compiled assemblies (.dll) of the firmware, all of them. The same one may be given as Debug and as Release.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> References = new("--references", "-r")
    {
        Description = "Where the nanoFramework assemblies are that they refer to: .dll files, or folders with all below them (packages). What stands beside the assemblies is found without.",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> List = new("--list")
    {
        HelpName = "file",
        Description = "A list of the API that may be used, instead of all that the references have. Several count as one.",
    };

    private static readonly Option<string?> Stubs = new("--stubs")
    {
        HelpName = "folder",
        Description = "Check nothing: write reference assemblies of the --list there, for a compiler where the packages are not at hand. Needs nanoFramework's mscorlib.dll as --references.",
    };

    private static readonly Option<string?> Names = new("--names")
    {
        HelpName = "file",
        Description = "For --stubs: an assembly that has the members of the --list, and gives them their parameters' names and defaults.",
    };

    private static readonly Option<bool> IgnoreMissing = new("--ignore-missing") { Description = "Go on without references that are not found; what is used of them is not judged." };

    private static readonly Option<string[]> Without = new("--without") { Description = "Rules to leave out, by id.", HelpName = "NG.." };

    private static readonly Option<GuardProfile> Profile = new("--profile")
    {
        Description = "platform (default): what does not run right on the device. house: also what is better left out of firmware that starts often.",
    };

    private static readonly Option<ReportFormat> Format = new("--format") { Description = "Form of the report. Default: text." };
    private static readonly Option<string?> Output = new("--output", "-o") { HelpName = "file", Description = "File for the report, instead of the standard output." };
    private static readonly Option<string?> Baseline = new("--baseline") { HelpName = "file", Description = "File with findings that are known: only others count." };
    private static readonly Option<string?> WriteBaseline = new("--write-baseline") { HelpName = "file", Description = "Write all findings there as known, and end with 0." };
    private static readonly Option<string?> Root = new("--root") { HelpName = "folder", Description = "Root of the sources, for the files' names in reports. Default: the current folder." };
    private static readonly Option<bool> Rules = new("--rules") { Description = "List the rules with their proofs, and end." };

    /// <summary>Runs the command.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="output">For the report.</param>
    /// <param name="error">For the summary, and for what went wrong.</param>
    /// <returns><see cref="Clean"/>, <see cref="Found"/> or <see cref="Usage"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var wrong in parsed.Errors)
            {
                error.WriteLine("nanoguard: " + string.Join(' ', wrong.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }

            error.WriteLine("Try 'nanoguard --help'.");
            return Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException or FormatException or BadImageFormatException)
        {
            error.WriteLine("nanoguard: " + e.Message.ReplaceLineEndings(" "));
            return Usage;
        }
    }

    private static Command Build()
    {
        // No RootCommand: its help would name the assembly, not the command that is typed.
        var root = new Command(
            "nanoguard",
            "Reads compiled firmware and refuses what .NET nanoFramework 1.x cannot run, or would run differently. "
            + "Exit status: 0 clean, 1 findings, 2 wrong usage or an unreadable file.")
        {
            Assemblies, References, List, IgnoreMissing, Profile, Without, Format, Output, Baseline, WriteBaseline, Root, Rules, Stubs, Names, new HelpOption(), new VersionOption(),
        };
        Profile.AcceptOnlyFromAmong("platform", "house");
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "msbuild", "github");
        Without.AcceptOnlyFromAmong([.. RuleSet.All.Select(rule => rule.Id)]);
        root.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(Rules) ? RuleTable.Write(output)
                : parsed.GetValue(Stubs) is { } folder ? StubRun.Run(folder, Asked(parsed), error)
                : CheckRun.Run(Asked(parsed), output, error);
        });
        return root;
    }

    private static Request Asked(ParseResult parsed) => new()
    {
        Assemblies = parsed.GetValue(Assemblies) ?? [],
        References = parsed.GetValue(References) ?? [],
        Lists = parsed.GetValue(List) ?? [],
        Names = parsed.GetValue(Names),
        IgnoreMissing = parsed.GetValue(IgnoreMissing),
        Profile = parsed.GetValue(Profile),
        Without = [.. (parsed.GetValue(Without) ?? []).Select(id => RuleSet.All.First(rule => rule.Id == id))],
        Format = parsed.GetValue(Format),
        Output = parsed.GetValue(Output),
        Baseline = parsed.GetValue(Baseline),
        WriteBaseline = parsed.GetValue(WriteBaseline),
        Root = parsed.GetValue(Root) ?? ".",
    };
}
