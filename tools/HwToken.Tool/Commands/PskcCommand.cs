using System.CommandLine;
using System.Globalization;
using HwToken.Pskc;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken pskc read|verify</c>: any PSKC file.</summary>
internal static class PskcCommand
{
    public static Command Build(ToolContext context)
    {
        var command = new ExampleCommand("pskc", "Reads and checks PSKC files (RFC 6030), whoever wrote them.", "pskc read seeds.xml --cert lot.pem --passphrase-file pass.txt");
        command.Subcommands.Add(Build(context, "read", "Reads a file: all of it or nothing. Refused files: exit code 1 and one line that says why.", isRead: true));
        command.Subcommands.Add(Build(context, "verify", "Checks a file: its signature against the certificate and, with its key, every value. Exit code 1 when something does not hold.", isRead: false));
        return command;
    }

    private static ExampleCommand Build(ToolContext context, string name, string description, bool isRead)
    {
        var command = new ExampleCommand(name, description, $"pskc {name} seeds.xml --key-file transport.key --json", $"pskc {name} seeds.xml --cert lot.pem --passphrase-file pass.txt");
        var input = new SeedInput(command);
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show the shared secrets." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        command.Options.Add(showSecrets);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => input.UseAsync(
            parsed,
            (stream, options) =>
            {
                if (!isRead && options.KeySource is null && IsEncrypted(stream, options))
                {
                    return VerifySignature(context, stream, options, parsed.GetValue(json));
                }

                using SeedDocument document = PskcReader.Open(stream, options);
                var report = new SeedReport(context.Clock.GetUtcNow(), parsed.GetValue(showSecrets), showFormat: false);
                if (parsed.GetValue(json))
                {
                    report.WriteJson(context.Output, document);
                }
                else if (isRead)
                {
                    report.WriteText(context.Output, document);
                }
                else
                {
                    context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signature {SeedReport.Word(document.Signature)}; {document.Count} keys, every value holds"));
                    SeedReport.WriteNotes(context.Output, document);
                }

                return 0;
            },
            cancellation));
        return command;
    }

    private static bool IsEncrypted(Stream stream, PskcReadOptions options)
    {
        try
        {
            using SeedDocument document = PskcReader.Open(stream, options with { Certificate = null });
            return false;
        }
        catch (PskcException e) when (e.Error == PskcError.KeyRequired)
        {
            return true;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>Without the key the signature alone can be checked.</summary>
    private static int VerifySignature(ToolContext context, Stream stream, PskcReadOptions options, bool json)
    {
        PskcSignatureCheck check = PskcReader.CheckSignature(stream, options);
        if (options.Certificate is not null && check.Status != PskcSignatureStatus.Valid)
        {
            throw new PskcException(check.Error ?? PskcError.SignatureInvalid, check.Message);
        }

        context.Output.WriteLine(json
            ? $"{{\"signature\":\"{SeedReport.Word(check.Status)}\",\"keys\":[]}}"
            : $"signature {SeedReport.Word(check.Status)}; the values are encrypted and were not looked at (--key-file or --passphrase-file)");
        return 0;
    }
}
