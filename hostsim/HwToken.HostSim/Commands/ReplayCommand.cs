using System.CommandLine;
using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Reading;
using HwToken.Service.Commands;

namespace HwToken.HostSim.Commands;

/// <summary><c>replay</c>: plays a story that did not hold once more, from what <c>run</c> has kept of it.</summary>
internal static class ReplayCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("bundle") { Description = "A folder that 'run' has written.", HelpName = "FOLDER" };
        var write = new Option<string?>("--out") { Description = "Also write what comes out, to another folder.", HelpName = "DIR" };
        var command = new Command("replay", """
            Plays the story of a bundle again: with its seed, from the moment at which it began, with the answers that its service gave. Tells whether the same
            bytes come out: timeline, pictures, lines and flash.
            Example: replay scenario-failures/scenarios-press-hotp
            Exit status: 0 the same bytes, 1 others (what differs is named) or the story holds now, 2 usage (no bundle), 130 ended by Ctrl-C.
            """)
        { folder, write };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(write), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? write, CancellationToken cancel)
    {
        try
        {
            ScenarioBundle? again = await BundleReader.ReplayAsync(folder, cancel).ConfigureAwait(false);
            if (again is null)
            {
                await Console.Out.WriteLineAsync("The story holds now: this program's firmware or rules are others than those that wrote the bundle.").ConfigureAwait(false);
                return ExitStatus.Failed;
            }

            if (write is not null)
            {
                again.Write(write);
            }

            IReadOnlyList<string> different = BundleReader.Differences(folder, again);
            await Console.Out.WriteLineAsync(different.Count == 0 ? $"The same bytes: {again.Files.Count} files." : $"Other bytes in: {string.Join(", ", different)}").ConfigureAwait(false);
            return different.Count == 0 ? ExitStatus.Done : ExitStatus.Failed;
        }
        catch (Exception e) when (e is FormatException or ScenarioException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return e is FormatException or ScenarioException ? ExitStatus.Usage : ExitStatus.Failed;
        }
    }
}
