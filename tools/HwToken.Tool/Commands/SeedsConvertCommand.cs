using System.CommandLine;
using System.Globalization;
using HwToken.Factory;
using HwToken.Keeping;
using HwToken.Pskc;
using HwToken.Pskc.Lists;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken seeds convert</c>: any seed file as encrypted PSKC, or as a list for a system that reads no PSKC.</summary>
internal static class SeedsConvertCommand
{
    private const string Pskc = "pskc";

    public static Command Build(ToolContext context)
    {
        var to = new Option<string>("--to")
        {
            Description = $"{Pskc} (encrypted), or a list with the secrets IN CLEAR: " + string.Join("; ", SeedLists.All.Select(list => $"{list.Name} ({list.Description})")) + ".",
            HelpName = "NAME",
            DefaultValueFactory = _ => Pskc,
        };
        to.AcceptOnlyFromAmong([Pskc, .. SeedLists.All.Select(list => list.Name)]);
        var output = new Option<string>("--out") { Description = "New file, made with mode 0600.", HelpName = "FILE", Required = true };
        var keyOut = new Option<string?>("--key-out") { Description = "PSKC: file (mode 0600) with the pre-shared key in hex of the new file; made if it does not exist.", HelpName = "FILE" };
        var passphraseOut = new Option<string?>("--passphrase-out") { Description = "PSKC: file (mode 0600) whose first line is the passphrase of the new file.", HelpName = "FILE" };
        var profile = new Option<string>("--profile") { Description = "PSKC: portable, what every reader takes (AES-128, SHA-1); or strong (AES-256, SHA-256).", HelpName = "NAME", DefaultValueFactory = _ => "portable" };
        profile.AcceptOnlyFromAmong("portable", "strong");
        var command = new ExampleCommand(
            "convert",
            "Writes a seed file of any format anew. All of it or nothing; a refused conversion leaves nothing behind.",
            "seeds convert tokens.csv --key-out transport.key --out tokens.pskcxml",
            "seeds convert old.xml --passphrase-file old.pass --to entra --out /secure/entra.csv");
        var input = new SeedInput(command);
        foreach (Option option in new Option[] { to, output, keyOut, passphraseOut, profile })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(output);
            SeedList? list = SeedLists.Find(parsed.GetValue(to)!);
            (string? keyFile, string? passphraseFile) = (parsed.GetValue(keyOut), parsed.GetValue(passphraseOut));
            if (list is null ? (keyFile is null) == (passphraseFile is null) : keyFile is not null || passphraseFile is not null)
            {
                throw new UsageException(list is null ? "Give --key-out or --passphrase-out: how the new file is opened." : $"{list.Name} is written in clear: it takes no --key-out and no --passphrase-out.");
            }

            return input.UseAsync(
                parsed,
                (stream, options) =>
                {
                    using SeedDocument document = SeedReader.Open(stream, options);
                    if (list is not null)
                    {
                        WriteList(document, path, list);
                    }
                    else
                    {
                        WritePskc(document, path, keyFile, passphraseFile, parsed.GetValue(profile) == "strong" ? PskcProfile.Strong : PskcProfile.Portable);
                    }

                    context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.Count} keys from {SeedFormats.Name(document.Format)}: {Path.GetFullPath(path)}"));
                    SeedReport.WriteNotes(context.Error, document);
                    if (list is not null)
                    {
                        context.Error.WriteLine($"This list is {list.Tried}.");
                        context.Error.WriteLine((list.HasUsers ? "No token has a user: each is assigned by hand after the import. " : "") + "The secrets stand in this file in clear. Import it, then destroy it.");
                    }

                    return 0;
                },
                cancellation);
        });
        return command;
    }

    private static void WriteList(SeedDocument document, string path, SeedList list)
    {
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                if (list.Refusal(key) is { } refusal)
                {
                    throw new FactoryException($"Key '{key.Id}' cannot be written as {list.Name}: {refusal}. Nothing was written.");
                }
            }
        }

        PrivateFile.Create(path, stream =>
        {
            using var writer = new SeedListWriter(stream, list);
            foreach (PskcKey key in document.Keys())
            {
                using (key)
                {
                    writer.Write(key, SeedUser.None);
                }
            }

            writer.Complete();
        });
    }

    private static void WritePskc(SeedDocument document, string path, string? keyFile, string? passphraseFile, PskcProfile profile)
    {
        int Write(PskcKeySource protection)
        {
            PrivateFile.Create(path, stream => Fill(stream, protection));
            return document.Count;
        }

        void Fill(Stream stream, PskcKeySource protection)
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
        }

        if (keyFile is not null)
        {
            TransportKey.Use(keyFile, profile == PskcProfile.Strong ? 32 : 16, Write);
            return;
        }

        char[] text = PassphraseFile.Read(passphraseFile!);
        try
        {
            using PskcKeySource passphrase = PskcKeySource.Passphrase(text);
            Write(passphrase);
        }
        finally
        {
            Array.Clear(text);
        }
    }
}
