using System.CommandLine;
using HwToken.Validation;
using HwToken.Validation.Audit;

namespace HwToken.Service.Commands;

/// <summary><c>audit verify</c>: recomputes the evidence. <c>audit anchor</c>: signs it, to be kept elsewhere.</summary>
internal static class AuditCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create() => new("audit", "The audit trail.") { Verify(), Anchor() };

    private static Command Verify()
    {
        var options = new ServiceOptions();
        var anchors = new Option<FileInfo?>("--anchors") { Description = "File of lines that 'audit anchor' has made: the audit must still hold what they say.", HelpName = "FILE" };
        Command verify = options.AddTo(new Command("verify", """
            Recomputes every chain, and the MACs of credentials and API keys; makes and changes nothing. Exit status 1 when something is not sound.
            Example: audit verify --data ./hwtoken-data
            Example: audit verify --data ./hwtoken-data --anchors /mnt/elsewhere/anchors.txt
            """) { anchors });
        verify.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.ReadOnly), system => VerifyAsync(system, parsed.GetValue(anchors), cancel), cancel));
        return verify;
    }

    private static Command Anchor()
    {
        var options = new ServiceOptions();
        var to = new Option<FileInfo?>("--to") { Description = "File to append the line to; default: standard output.", HelpName = "FILE" };
        var log = new Option<string?>("--syslog")
        {
            Description = $"Send the line to the machine's system log, which may pass it on to another machine; another socket than {SystemLog.Socket} can be named.",
            HelpName = "SOCKET",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command anchor = options.AddTo(new Command("anchor", """
            Signs what the audit is now, as one line under the key that signs receipts. Keep it where nobody who can write to the database can reach it.
            Example: audit anchor --data ./hwtoken-data --to /mnt/elsewhere/anchors.txt
            Example: audit anchor --data ./hwtoken-data --syslog
            """) { to, log });
        anchor.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.Existing), system => AnchorAsync(
                system, parsed.GetValue(to), parsed.GetResult(log) is null ? null : parsed.GetValue(log) ?? SystemLog.Socket, cancel), cancel));
        return anchor;
    }

    private static async Task<int> VerifyAsync(ValidationSystem system, FileInfo? anchors, CancellationToken cancel)
    {
        AuditVerdict verdict = await system.Audit.VerifyAsync(cancel).ConfigureAwait(false);
        string[] lines = anchors is null ? [] : await File.ReadAllLinesAsync(anchors.FullName, cancel).ConfigureAwait(false);
        IReadOnlyList<string> faults = [.. verdict.Faults, .. anchors is null ? [] : await system.Anchors.FaultsAsync(lines, cancel).ConfigureAwait(false)];
        string compared = anchors is null ? "" : $", {lines.Count(line => line.Trim().Length > 0)} anchors";
        await Console.Out.WriteLineAsync($"{verdict.Entries} entries in {verdict.Chains} chains{compared}: {(faults.Count == 0 ? "sound" : "NOT SOUND")}").ConfigureAwait(false);
        foreach (string fault in faults)
        {
            await Console.Out.WriteLineAsync(fault).ConfigureAwait(false);
        }

        return faults.Count == 0 ? ExitStatus.Done : ExitStatus.Failed;
    }

    private static async Task<int> AnchorAsync(ValidationSystem system, FileInfo? to, string? log, CancellationToken cancel)
    {
        string line = await system.Anchors.MakeAsync(cancel).ConfigureAwait(false);
        if (log is not null)
        {
            SystemLog.Send(log, line, DateTimeOffset.Now);
            await Console.Error.WriteLineAsync($"anchor sent to the system log at '{log}'").ConfigureAwait(false);
        }

        if (to is null && log is not null)
        {
            return ExitStatus.Done;
        }

        if (to is null)
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
            return ExitStatus.Done;
        }

        await File.AppendAllTextAsync(to.FullName, line + "\n", cancel).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"anchor appended to '{to.FullName}'").ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
