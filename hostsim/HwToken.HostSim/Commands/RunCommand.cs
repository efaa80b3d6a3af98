using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.HostSim.Scenarios;
using HwToken.Scenarios.Forms;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary><c>run</c>: plays scenarios.</summary>
internal static class RunCommand
{
    private const int MostAtOnce = 64;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("scenarios") { Description = "YAML files, folders, or patterns such as 'scenarios/**/*.yaml'.", Arity = ArgumentArity.ZeroOrMore };
        var junit = new Option<string?>("--junit") { Description = "Also write the results as JUnit XML, for build servers.", HelpName = "FILE" };
        var bundles = new Option<string?>("--bundles")
        {
            Description = "Where to keep what was seen of stories that do not hold: timeline, pictures, lines, flash. 'replay' plays it again. 'none': nowhere.",
            HelpName = "DIR",
            DefaultValueFactory = _ => BundleNames.DefaultFolder,
        };
        var atOnce = new Option<int>("--at-once")
        {
            Description = "How many stories are played at once; default: one a processor.",
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostAtOnce),
            CustomParser = result => Numbers.Parse(result, 1, MostAtOnce),
        };
        var service = new Option<Uri?>("--service") { Description = "A service that takes the place of the stories' own.", HelpName = "URL", CustomParser = ParseService };
        var port = new Option<string?>("--port") { Description = "A token in the hand, blank and awake, instead of virtual ones: COM31, /dev/ttyUSB0, or tcp:127.0.0.1:7000. Stories with other steps than its line allows are skipped.", HelpName = "PORT" };
        var schema = new Option<bool>("--schema") { Description = "Print the form of stories as JSON schema, for editors, and end." };
        var command = new Command("run", """
            Plays stories of tokens: tokens, clock, presses, faults, sign-ins, and what display and pages are to show. On virtual time, so a hundred take seconds;
            the same file always runs the same. What is wrong is told with file, line and what was seen. How to write one: docs/scenarios.md.
            Example: run 'scenarios/**/*.yaml' --junit results.xml
            Exit status: 0 all stories hold, 1 one does not, 2 usage (no file, or one that is no scenario), 130 ended by Ctrl-C (those that are over are told).
            """)
        { files, junit, bundles, atOnce, service, port, schema };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(schema) && result.GetValue(files) is null or [])
            {
                result.AddError("Name YAML files, or a pattern in quotes: 'scenarios/**/*.yaml'.");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(schema))
            {
                Console.Out.Write(ScenarioSchema.Write());
                return Task.FromResult(ExitStatus.Done);
            }

            string? folder = parsed.GetValue(bundles);
            var options = new PlayOptions(folder is null or "none" ? null : folder, parsed.GetValue(atOnce), parsed.GetValue(service));
            return ScenarioSession.RunAsync(parsed.GetValue(files)!, options, parsed.GetValue(port), parsed.GetValue(junit), cancel);
        });
        return command;
    }

    private static Uri? ParseService(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no address. Write http://127.0.0.1:5080, or https for another computer.");
        return null;
    }
}
