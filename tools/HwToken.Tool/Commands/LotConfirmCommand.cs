using System.CommandLine;
using System.Security.Cryptography;
using HwToken.Core;
using HwToken.Core.Otp;
using HwToken.Factory;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot confirm</c>: proves a token that was provisioned by file, by the code on its display.</summary>
internal static class LotConfirmCommand
{
    public static Command Build(ToolContext context)
    {
        var id = new Argument<string>("ID") { Description = "Credential ID." };
        var code = new Argument<string>("CODE") { Description = "What the token shows." };
        var command = new ExampleCommand("confirm", "Proves a token that was provisioned by file ('device file'), by the code that it shows.", "lot confirm july DPHT00000003 492039");
        var access = new LotAccess(command);
        command.Arguments.Add(id);
        command.Arguments.Add(code);
        command.SetAction(parsed =>
        {
            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            bool isWaiting = CredentialId.TryParse(parsed.GetRequiredValue(id), out string credentialId)
                && lot.Ledger.Find(credentialId) is { Station: DeviceFileCommand.Station, State: UnitState.Writing or UnitState.Written };
            if (!isWaiting)
            {
                throw new FactoryException($"{parsed.GetRequiredValue(id)} is not waiting for a confirmation.");
            }

            byte[] secret = lot.Secret(credentialId);
            ulong? factor = FirstCodes.Find(parsed.GetRequiredValue(code), lot.Definition.Parameters, secret, context.Clock.GetUtcNow());
            CryptographicOperations.ZeroMemory(secret);
            if (factor is null)
            {
                throw new FactoryException($"That is not the code of {credentialId}. Press again and type the new code; if it stays wrong, scrap the unit.");
            }

            string who = access.Who(parsed);
            lot.Ledger.TryMove(credentialId, UnitState.Writing, UnitState.Written, who);
            long nextCounter = lot.Definition.Type == OtpType.Hotp ? (long)factor + 1 : 0;
            lot.Ledger.TryMove(credentialId, UnitState.Written, UnitState.Verified, who, new UnitFindings(context.Clock.GetUtcNow(), null, nextCounter, null));
            context.Output.WriteLine(credentialId + "  verified");
            return 0;
        });
        return command;
    }
}
