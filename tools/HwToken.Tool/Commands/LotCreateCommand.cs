using System.CommandLine;
using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Lots;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot create</c>: IDs, secrets and keys of a new lot.</summary>
internal static class LotCreateCommand
{
    public static Command Build(ToolContext context)
    {
        var folder = new Argument<string>("LOT") { Description = "Folder to create for the lot; its name is the lot's name." };
        var prefix = new Option<string>("--prefix") { Description = "2 to 4 capital letters and digits that every ID begins with.", HelpName = "TEXT", Required = true };
        var count = new Option<int>("--count") { Description = "How many credentials.", HelpName = "N", Required = true };
        var first = new Option<long?>("--first") { Description = "First number behind the prefix. Default: the next one that no lot has used.", HelpName = "N" };
        var type = Words("--type", "totp", "What moves a code on.", "totp", "hotp");
        var algorithm = Words("--algorithm", "sha1", "Hash of the HMAC.", "sha1", "sha256", "sha512");
        var digits = new Option<int>("--digits") { Description = "Digits of a code.", HelpName = "6-8", DefaultValueFactory = _ => OtpParameters.MinDigits };
        var period = new Option<int>("--period") { Description = "Time step in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => OtpParameters.DefaultPeriodSeconds };
        var counter = new Option<long>("--counter") { Description = "First HOTP counter.", HelpName = "N" };
        var manufacturer = new Option<string>("--manufacturer") { Description = "Maker, as seed files name it.", HelpName = "TEXT", DefaultValueFactory = _ => "HwToken" };
        var model = new Option<string>("--model") { Description = "Model, as seed files name it.", HelpName = "TEXT", DefaultValueFactory = _ => "HwToken" };
        Option<string[]> key = CommonOptions.Key();
        key.Description = "Where to keep the lot's key, outside the lot; twice to split it between two people. Default: keys/LOT.key in the home folder.";
        Option<string?> passphraseFile = CommonOptions.PassphraseFile();
        Option<string?> who = CommonOptions.Operator();
        Option<bool> clockIsRight = CommonOptions.ClockIsRight();
        var command = new ExampleCommand(
            "create",
            "Creates a lot: claims IDs that no lot has used, makes a secret for each, and a key that seals them.",
            "lot create july --prefix DPHT --count 20",
            "lot create august --prefix AVT --count 500 --type hotp --key /media/alice/august.key --key /media/bob/august.key")
        {
            folder, prefix, count, first, type, algorithm, digits, period, counter, manufacturer, model, key, passphraseFile, who, clockIsRight,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(count) < 1)
            {
                throw new UsageException("--count takes 1 or more.");
            }

            string path = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var definition = new LotDefinition
            {
                LotId = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
                Prefix = parsed.GetRequiredValue(prefix),
                Count = parsed.GetRequiredValue(count),
                Type = parsed.GetValue(type) == "hotp" ? OtpType.Hotp : OtpType.Totp,
                Algorithm = parsed.GetValue(algorithm) switch { "sha256" => OtpAlgorithm.Sha256, "sha512" => OtpAlgorithm.Sha512, _ => OtpAlgorithm.Sha1 },
                Digits = parsed.GetValue(digits),
                PeriodSeconds = parsed.GetValue(period),
                InitialCounter = parsed.GetValue(counter),
                Manufacturer = parsed.GetValue(manufacturer)!,
                Model = parsed.GetValue(model)!,
            };
            LotKeySource source = CommonOptions.KeySource(parsed, key, passphraseFile, definition.LotId);
            using LotSession session = Lot.Create(CommonOptions.BenchOf(parsed, context, who, clockIsRight), path, definition, parsed.GetValue(first), source);
            Report(context, session.Lot, source, CommonOptions.NextOptions(parsed, key, passphraseFile));
            return 0;
        });
        return command;
    }

    private static void Report(ToolContext context, Lot lot, LotKeySource source, string options)
    {
        LotDefinition definition = lot.Definition;
        string firstId = lot.Ledger.Units().First().Id;
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lot {definition.LotId}: {definition.Count} credentials from {firstId}, {OtpWords.Of(definition.Type)} {OtpWords.Of(definition.Algorithm)}, {definition.Digits} digits."));
        foreach (string file in source.Files)
        {
            context.Output.WriteLine($"Key: {Path.GetFullPath(file)} (keep it apart from the lot, and back it up: without it the lot is lost)");
        }

        context.Output.WriteLine("A unit that fails costs its ID: 'lot run' and 'lot status' tell when the lot will end short, 'lot extend' adds credentials.");
        context.Output.WriteLine($"Next: hwtoken lot run {CommonOptions.Quoted(lot.Folder.Folder)} --port /dev/ttyUSB0{options}");
    }

    private static Option<string> Words(string name, string standard, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
