using System.CommandLine;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot verify</c>: proves the audit trail, the states, the IDs and the secrets.</summary>
internal static class LotVerifyCommand
{
    public static Command Build(ToolContext context)
    {
        var command = new ExampleCommand("verify", "Proves a lot: audit chain, states, IDs and, with the key at hand, secrets. Exit code 1 when something does not hold.", "lot verify july");
        var access = new LotAccess(command, LotPurpose.Look);
        command.SetAction(parsed =>
        {
            using Lot lot = access.LookWithKeyIfAny(parsed, context.Clock);
            using IdRegistry registry = IdRegistry.OpenRead(CommonOptions.HomeOf(parsed).RegistryPath, context.Clock);
            IReadOnlyList<LotFinding> findings = LotVerifier.Verify(lot, registry);
            foreach (LotFinding finding in findings)
            {
                context.Output.WriteLine((finding.IsRight ? "ok    " : "WRONG ") + finding.What);
            }

            if (!lot.HasKeys)
            {
                context.Output.WriteLine("      audit chain and secrets: not looked at, the lot's key is not at hand");
            }

            return findings.All(finding => finding.IsRight) ? 0 : 1;
        });
        return command;
    }
}
