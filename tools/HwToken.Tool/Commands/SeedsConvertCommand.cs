using System.CommandLine;
using System.Globalization;
using HwToken.Factory;
using HwToken.Factory.Keys;
using HwToken.Pskc;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken seeds convert</c>: any seed file as encrypted PSKC.</summary>
internal static class SeedsConvertCommand
{
    public static Command Build(ToolContext context)
    {
        var output = new Option<string>("--out") { Description = "New file, made with mode 0600.", HelpName = "FILE", Required = true };
        var keyOut = new Option<string?>("--key-out") { Description = "File (mode 0600) with the pre-shared key in hex of the new file; made if it does not exist.", HelpName = "FILE" };
        var passphraseOut = new Option<string?>("--passphrase-out") { Description = "File (mode 0600) whose first line is the passphrase of the new file.", HelpName = "FILE" };
        var profile = new Option<string>("--profile") { Description = "portable: what every reader takes (AES-128, SHA-1). strong: AES-256, SHA-256.", HelpName = "NAME", DefaultValueFactory = _ => "portable" };
        profile.AcceptOnlyFromAmong("portable", "strong");
        var command = new ExampleCommand(
            "convert",
            "Writes a seed file of any format as encrypted PSKC (RFC 6030). All of it or nothing; a refused conversion leaves nothing behind.",
            "seeds convert tokens.csv --key-out transport.key --out tokens.pskcxml",
            "seeds convert old.xml --passphrase-file old.pass --passphrase-out new.pass --profile strong --out new.pskcxml");
        var input = new SeedInput(command);
        foreach (Option option in new Option[] { output, keyOut, passphraseOut, profile })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            bool isStrong = parsed.GetValue(profile) == "strong";
            string path = parsed.GetRequiredValue(output);
            (string? keyFile, string? passphraseFile) = (parsed.GetValue(keyOut), parsed.GetValue(passphraseOut));
            if ((keyFile is null) == (passphraseFile is null))
            {
                throw new UsageException("Give --key-out or --passphrase-out: how the new file is opened.");
            }

            return input.UseAsync(
                parsed,
                (stream, options) =>
                {
                    using SeedDocument document = SeedReader.Open(stream, options);
                    void Write(PskcKeySource protection) => WritePskc(document, path, protection, isStrong ? PskcProfile.Strong : PskcProfile.Portable);
                    if (keyFile is not null)
                    {
                        new TransportKeyFile(keyFile, isStrong ? 32 : 16).Use(Write);
                    }
                    else
                    {
                        using PskcKeySource passphrase = Passphrase(passphraseFile!);
                        Write(passphrase);
                    }

                    context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.Count} keys from {SeedFormats.Name(document.Format)}: {Path.GetFullPath(path)}"));
                    SeedReport.WriteNotes(context.Error, document);
                    return 0;
                },
                cancellation);
        });
        return command;
    }

    private static void WritePskc(SeedDocument document, string path, PskcKeySource protection, PskcProfile profile) => PrivateFile.Write(path, stream =>
    {
        using var writer = new PskcWriter(stream, new PskcWriteOptions { Profile = profile, Protection = protection });
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                writer.Write(key with { SerialNo = null });
            }
        }

        writer.Complete();
    });

    private static PskcKeySource Passphrase(string path)
    {
        char[] text = LotKeySource.ReadPassphrase(path);
        try
        {
            return PskcKeySource.Passphrase(text);
        }
        finally
        {
            Array.Clear(text);
        }
    }
}
