using System.CommandLine;
using HwToken.Pskc;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken seeds read|convert</c>: seed files of every format.</summary>
internal static class SeedsCommand
{
    public static Command Build(ToolContext context) =>
        new ExampleCommand(
            "seeds",
            $"Reads seed files of other makers and writes them anew. The format is told by the content: {SeedFormats.All}.",
            "seeds read tokens.csv",
            "seeds convert tokens.csv --key-out transport.key --out tokens.pskcxml")
        {
            Read(context),
            SeedsConvertCommand.Build(context),
        };

    private static ExampleCommand Read(ToolContext context)
    {
        var command = new ExampleCommand(
            "read",
            "Shows what a file holds: all of it or nothing. Refused files: exit code 1 and one line that says why, with line and key.",
            "seeds read tokens.csv --json",
            "seeds read other.xml --skip-foreign --key-file transport.key");
        var input = new SeedInput(command);
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show the shared secrets." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        command.Options.Add(showSecrets);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => input.UseAsync(
            parsed,
            (stream, options) =>
            {
                using SeedDocument document = SeedReader.Open(stream, options);
                var report = new SeedReport(context.Clock.GetUtcNow(), parsed.GetValue(showSecrets), showFormat: true);
                if (parsed.GetValue(json))
                {
                    report.WriteJson(context.Output, document);
                }
                else
                {
                    report.WriteText(context.Output, document);
                }

                return 0;
            },
            cancellation));
        return command;
    }
}
