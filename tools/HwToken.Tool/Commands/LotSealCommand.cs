using System.CommandLine;
using System.Globalization;
using HwToken.Factory;
using HwToken.Factory.Lots;
using HwToken.Factory.Sealing;
using HwToken.Keeping;
using HwToken.Pskc;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot seal</c>: the seed file.</summary>
internal static class LotSealCommand
{
    public static Command Build(ToolContext context)
    {
        var profile = new Option<string>("--profile") { Description = "portable: AES-128, HMAC-SHA1, what every reader takes. strong: AES-256, HMAC-SHA256.", DefaultValueFactory = _ => "portable" };
        profile.AcceptOnlyFromAmong("portable", "strong");
        var key = new Option<string?>("--transport-key") { Description = "Private file (mode 0600) with the pre-shared key in hex that the receiver has too; made if it does not exist.", HelpName = "FILE" };
        var passphrase = new Option<string?>("--transport-passphrase-file") { Description = "File (mode 0600) whose first line is the passphrase that the receiver has too.", HelpName = "FILE" };
        var keyName = new Option<string>("--key-name") { Description = "Name of that key; stands in the file in clear.", HelpName = "TEXT", DefaultValueFactory = _ => "Pre-shared-key" };
        var output = new Option<string?>("--out") { Description = "Seed file. Default: LOT-PROFILE.pskcxml in the lot's folder.", HelpName = "FILE" };
        var scrap = new Option<bool>("--scrap-unfinished") { Description = "Scrap units that are not finished, instead of refusing." };
        var command = new ExampleCommand(
            "seal",
            "Closes a lot: writes every labelled unit into an encrypted PSKC file (RFC 6030), signed with the lot's certificate.",
            "lot seal july --transport-key ~/july-transport.key",
            "lot seal july --profile strong --transport-passphrase-file ~/july.pass --out /media/usb/july.pskcxml")
        {
            profile, key, passphrase, keyName, output, scrap,
        };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            PskcProfile chosen = parsed.GetValue(profile) == "strong" ? PskcProfile.Strong : PskcProfile.Portable;
            string? keyFile = parsed.GetValue(key);
            string? passphraseFile = parsed.GetValue(passphrase);
            if ((keyFile is null) == (passphraseFile is null))
            {
                throw new UsageException("Give --transport-key or --transport-passphrase-file: how the receiver opens the file.");
            }

            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            if (keyFile is not null && lot.Folder.Contains(keyFile))
            {
                throw new FactoryException("The transport key goes another way than the seed file: name a file outside the lot's folder.");
            }

            SealedFile Seal(PskcKeySource protection) => LotSealer.Seal(lot, Options(protection));
            SealOptions Options(PskcKeySource? protection) => new()
            {
                Profile = chosen,
                Protection = protection!,
                KeyName = parsed.GetValue(keyName)!,
                Path = parsed.GetValue(output) ?? Path.Combine(lot.Folder.Folder, $"{lot.Definition.LotId}-{parsed.GetValue(profile)}{SealedFile.Extension}"),
                Who = access.Who(parsed),
                ScrapsUnfinished = parsed.GetValue(scrap),
            };
            LotSealer.Check(lot, Options(null));
            SealedFile file = keyFile is not null ? TransportKey.Use(keyFile, chosen == PskcProfile.Strong ? 32 : 16, Seal) : WithPassphrase(passphraseFile!, Seal);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Count} credentials sealed: {file.Path}"));
            if (file.Count < lot.Wanted)
            {
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The lot was to have {lot.Wanted}: {lot.Wanted - file.Count} short. A sealed lot is not extended any more."));
            }

            context.Output.WriteLine($"SHA-256 {file.Sha256}");
            context.Output.WriteLine($"Certificate: {lot.Folder.Certificate}");
            context.Output.WriteLine("Send file, certificate and transport key by different ways; ask for the receipt, then: hwtoken lot receipt");
            return 0;
        });
        return command;
    }

    private static SealedFile WithPassphrase(string path, Func<PskcKeySource, SealedFile> seal)
    {
        char[] text = PassphraseFile.Read(path);
        try
        {
            using PskcKeySource protection = PskcKeySource.Passphrase(text);
            return seal(protection);
        }
        finally
        {
            Array.Clear(text);
        }
    }
}
