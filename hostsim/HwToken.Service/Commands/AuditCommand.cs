using System.CommandLine;
using HwToken.Validation;
using HwToken.Validation.Audit;

namespace HwToken.Service.Commands;

/// <summary><c>audit verify</c>: recomputes the audit's hash chains.</summary>
public static class AuditCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new ServiceOptions();
        Command verify = options.AddTo(new Command("verify", """
            Recomputes every hash chain. Exit status 1 when one is not sound.
            Example: audit verify --data ./hwtoken-data
            """));
        verify.SetAction((parsed, cancel) => ServiceWork.RunAsync(options.Read(parsed), system => VerifyAsync(system, cancel), cancel));
        return new Command("audit", "The audit trail.") { verify };
    }

    private static async Task<int> VerifyAsync(ValidationSystem system, CancellationToken cancel)
    {
        AuditVerdict verdict = await system.Audit.VerifyAsync(cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"{verdict.Entries} entries in {verdict.Chains} chains: {(verdict.IsSound ? "sound" : "NOT SOUND")}").ConfigureAwait(false);
        foreach (string fault in verdict.Faults)
        {
            await Console.Out.WriteLineAsync(fault).ConfigureAwait(false);
        }

        return verdict.IsSound ? ExitStatus.Done : ExitStatus.Failed;
    }
}
