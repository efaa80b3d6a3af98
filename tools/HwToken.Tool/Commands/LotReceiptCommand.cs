using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory;
using HwToken.Keeping;
using HwToken.Factory.Lots;
using HwToken.Factory.Sealing;
using HwToken.Pskc;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot receipt</c>: the secrets have arrived, so the factory destroys its own.</summary>
internal static class LotReceiptCommand
{
    public static Command Build(ToolContext context)
    {
        var receipt = new Argument<string>("FILE") { Description = "The validation service's signed receipt." };
        var certificate = new Option<string>("--cert") { Description = "The validation service's certificate, PEM.", HelpName = "PEM", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new ExampleCommand(
            "receipt",
            "Checks the validation service's signed receipt against the lot, then destroys the lot's secrets. Cannot be undone.",
            "lot receipt july july.receipt --cert validation.pem");
        var access = new LotAccess(command);
        command.Arguments.Add(receipt);
        command.Options.Add(certificate);
        command.Options.Add(yes);
        command.SetAction(parsed =>
        {
            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            using X509Certificate2 service = Pem.Certificate(parsed.GetRequiredValue(certificate));
            PskcReceipt read = ReceiptKeeper.Check(lot, InputFile.ReadText(parsed.GetRequiredValue(receipt)), service);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Receipt of {read.Service}: {read.Count} credentials of lot {read.LotId}, imported {read.ImportedAt:yyyy-MM-dd HH:mm:ss}Z. All of the lot."));
            if (!parsed.GetValue(yes) && !context.Confirm($"Destroy the secrets of lot {read.LotId} here?"))
            {
                context.Error.WriteLine("hwtoken: nothing was destroyed");
                return 1;
            }

            IReadOnlyList<string> outside = ReceiptKeeper.Destroy(lot, read, access.Who(parsed));
            context.Output.WriteLine("The lot's secrets are destroyed. Its ledger, audit trail and admin keys stay.");
            foreach (string path in outside)
            {
                context.Output.WriteLine("Destroy this copy of the seed file yourself: " + path);
            }

            return 0;
        });
        return command;
    }
}
