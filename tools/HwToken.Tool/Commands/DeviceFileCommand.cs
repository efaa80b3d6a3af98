using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using HwToken.Core;
using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Factory;
using HwToken.Factory.Lots;
using HwToken.Keeping;
using HwToken.Provisioning;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken device file</c>: a provisioning file for people with one USB cable.</summary>
internal static class DeviceFileCommand
{
    /// <summary>Name of the station in the ledger.</summary>
    public const string Station = "file";

    private const int MinutesAhead = 2;

    public static Command Build(ToolContext context)
    {
        var id = new Argument<string>("ID") { Description = "Credential ID of a reserved unit." };
        var output = new Option<string>("--out") { Description = "New folder for provision.txt and deploy.json, outside the lot's.", HelpName = "DIR", Required = true };
        var serialPort = new Option<string>("--serial-port") { Description = "The board's port, as nanoff names it.", HelpName = "PORT", DefaultValueFactory = _ => "COM3" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "TOTP: the second at which you will reset the token, UTC. Default: in two minutes.", HelpName = "TIME" };
        var command = new ExampleCommand(
            "file",
            "Writes a provisioning file and nanoff's JSON for a board with one USB cable. The file holds the secret in clear. Afterwards: hwtoken lot confirm.",
            "device file DPHT00000003 --lot july --out ~/one-token --serial-port COM31")
        {
            id, output, serialPort, at,
        };
        var access = new LotAccess(command, LotPurpose.Work, DeviceCommand.LotOption());
        command.SetAction(parsed =>
        {
            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            if (lot.Definition.Type == OtpType.Totp)
            {
                context.WarnOfClock();
            }

            string target = Path.GetFullPath(parsed.GetRequiredValue(output));
            if (lot.Folder.Contains(target) || Directory.Exists(target))
            {
                throw new FactoryException($"{target} must be a new folder outside the lot's: what goes there is a secret in clear.");
            }

            string? exposed = PrivateFile.TryPlace(Path.Combine(target, "provision.txt"));
            if (!CredentialId.TryParse(parsed.GetRequiredValue(id), out string credentialId) || session.Take(Station, access.Who(parsed), credentialId) is null)
            {
                throw new FactoryException($"{parsed.GetRequiredValue(id)} is no reserved unit of lot {lot.Definition.LotId}. A unit is written for one token only.");
            }

            // From here on a token may hold it: what is made of the file is not in this tool's hands.
            lot.Ledger.TryIntendCommit(credentialId, access.Who(parsed));
            DateTimeOffset? resetAt = lot.Definition.Type == OtpType.Totp ? parsed.GetValue(at) ?? context.Clock.GetUtcNow().AddMinutes(MinutesAhead) : null;
            Write(lot, credentialId, target, resetAt, parsed.GetValue(serialPort)!);
            Explain(context, credentialId, lot, target, resetAt);
            if (exposed is not null)
            {
                context.Error.WriteLine($"hwtoken: warning: {exposed}.");
            }

            return 0;
        });
        return command;
    }

    private static void Write(Lot lot, string id, string target, DateTimeOffset? resetAt, string serialPort)
    {
        byte[] secret = lot.Secret(id);
        byte[] adminKey = lot.Keys.AdminKey(id);
        string file = Path.Combine(target, "provision.txt");
        try
        {
            PrivateFile.Create(file, stream => ProvisioningFile.Write(stream, new NewCredential(id, lot.Definition.Parameters, secret, adminKey), resetAt));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(adminKey);
        }

        var deploy = new { serialport = serialPort, files = new[] { new { DestinationFilePath = ProvisioningFile.DevicePath, SourceFilePath = file } } };
        PrivateFile.Create(Path.Combine(target, "deploy.json"), stream => JsonSerializer.Serialize(stream, deploy));
    }

    private static void Explain(ToolContext context, string id, Lot lot, string target, DateTimeOffset? resetAt)
    {
        context.Output.WriteLine($"{id}: {target}");
        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"1. Power the blank token, and within {LineWindow.BlankSeconds / 60} minutes: nanoff --filedeployment {Path.Combine(target, "deploy.json")}"));
        string moment = resetAt is { } time ? string.Create(CultureInfo.InvariantCulture, $" exactly at {time.UtcDateTime:HH:mm:ss} UTC") : "";
        context.Output.WriteLine($"2. Press the board's reset button{moment}. The self-test appears.");
        context.Output.WriteLine("3. Delete the folder: the secret stands in it in clear.");
        context.Output.WriteLine($"4. Press the token's button and type its code: hwtoken lot confirm {lot.Folder.Folder} {id} CODE");
    }
}
