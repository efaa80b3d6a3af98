using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory;
using HwToken.Keeping;
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
        var file = new Argument<string>("FILE") { Description = "The PSKC file." };
        var key = new Option<string?>("--key") { Description = "Pre-shared key in hex.", HelpName = "HEX" };
        var passphraseFile = new Option<string?>("--passphrase-file") { Description = "File whose first line is the passphrase.", HelpName = "FILE" };
        var certificate = new Option<string?>("--cert") { Description = "Certificate that must have signed the file.", HelpName = "PEM" };
        var allowSha1 = new Option<bool>("--allow-sha1") { Description = "Take a signature with SHA-1 too, as 'pskctool --sign' makes it. SHA-1 can be forged." };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show the shared secrets." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new ExampleCommand(name, description, $"pskc {name} seeds.xml --key 12345678901234567890123456789012 --json", $"pskc {name} seeds.xml --cert lot.pem --passphrase-file pass.txt")
        {
            file, key, passphraseFile, certificate, allowSha1, showSecrets, json,
        };
        command.SetAction(parsed =>
        {
            using PskcKeySource? source = KeySource(parsed.GetValue(key), parsed.GetValue(passphraseFile));
            using X509Certificate2? signer = parsed.GetValue(certificate) is { } pem ? Pem.Certificate(pem) : null;
            var options = new PskcReadOptions { KeySource = source, Certificate = signer, AllowSha1Signature = parsed.GetValue(allowSha1) };
            using Stream stream = Open(parsed.GetRequiredValue(file), options.Limits);
            if (!isRead && source is null && IsEncrypted(stream, options))
            {
                return VerifySignature(context, stream, options, parsed.GetValue(json));
            }

            using PskcDocument document = PskcReader.Open(stream, options);
            if (parsed.GetValue(json))
            {
                PskcReport.WriteJson(context.Output, document, parsed.GetValue(showSecrets));
            }
            else if (isRead)
            {
                PskcReport.WriteText(context.Output, document, parsed.GetValue(showSecrets));
            }
            else
            {
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signature {PskcReport.Word(document.Signature)}; {document.Count} keys, every value holds"));
            }

            return 0;
        });
        return command;
    }

    /// <summary>A file is read several times; what comes through a pipe is held in memory for that.</summary>
    private static Stream Open(string path, PskcLimits limits)
    {
        FileStream file = InputFile.Open(path);
        if (file.CanSeek)
        {
            return file;
        }

        using (file)
        {
            return PskcReader.Buffer(file, limits);
        }
    }

    private static bool IsEncrypted(Stream stream, PskcReadOptions options)
    {
        try
        {
            using PskcDocument document = PskcReader.Open(stream, options with { Certificate = null });
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
            ? $"{{\"signature\":\"{PskcReport.Word(check.Status)}\",\"keys\":[]}}"
            : $"signature {PskcReport.Word(check.Status)}; the values are encrypted and were not looked at (--key or --passphrase-file)");
        return 0;
    }

    private static PskcKeySource? KeySource(string? hex, string? passphraseFile)
    {
        if (hex is not null && passphraseFile is not null)
        {
            throw new UsageException("Give --key or --passphrase-file, not both.");
        }

        if (passphraseFile is not null)
        {
            char[] passphrase = PassphraseFile.Read(passphraseFile);
            try
            {
                return PskcKeySource.Passphrase(passphrase);
            }
            finally
            {
                Array.Clear(passphrase);
            }
        }

        if (hex is null)
        {
            return null;
        }

        try
        {
            return PskcKeySource.PreSharedKey(Convert.FromHexString(hex));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new UsageException("--key takes 32, 48 or 64 hex digits.");
        }
    }
}
