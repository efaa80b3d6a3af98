using System.CommandLine;
using HwToken.Factory.Keys;
using HwToken.Factory.Lots;

namespace HwToken.Tool.Console;

/// <summary>Options that many commands share.</summary>
internal static class CommonOptions
{
    private const string HomeVariable = "HWTOKEN_HOME";

    /// <summary>Folder of the factory: registry of all IDs, keys.</summary>
    public static readonly Option<string?> Home = new("--home")
    {
        Description = $"Folder of the registry of all IDs and of the keys. Default: ${HomeVariable}, or the user's application data.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Argument<string> LotArgument() => new("LOT") { Description = "Folder of the lot." };

    public static Option<string[]> Key() => new("--key")
    {
        Description = "Key file of the lot; twice when the key is split between two people. Default: keys/LOT.key in the home folder.",
        HelpName = "FILE",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string?> PassphraseFile() => new("--passphrase-file")
    {
        Description = "Private file (mode 0600; UTF-8) whose first line is the passphrase, instead of a key file.",
        HelpName = "FILE",
    };

    public static Option<string?> Operator() => new("--operator")
    {
        Description = "Who does this, for the audit trail. Default: user@machine.",
        HelpName = "NAME",
    };

    public static Option<bool> ClockIsRight() => new("--clock-is-right")
    {
        Description = "You have looked at this computer's clock and it is right, although the lot's trail or this program's date speak against it.",
    };

    public static FactoryHome HomeOf(ParseResult parsed) => new(parsed.GetValue(Home) ?? Environment.GetEnvironmentVariable(HomeVariable));

    /// <summary>Where and by whom it is worked.</summary>
    public static Bench BenchOf(ParseResult parsed, ToolContext context, Option<string?> who, Option<bool> clockIsRight) =>
        new(HomeOf(parsed), context.Clock, Who(parsed, who)) { ProgramDate = context.ProgramDate, IsClockRight = parsed.GetValue(clockIsRight) };

    public static string Who(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) ?? $"{Environment.UserName}@{Environment.MachineName}";

    /// <summary>Home, key files and passphrase file as they were typed, for the next command; begins with a space when there are any.</summary>
    public static string NextOptions(ParseResult parsed, Option<string[]> key, Option<string?> passphraseFile)
    {
        IEnumerable<(string Name, string? Value)> typed =
        [
            .. (parsed.GetValue(key) ?? []).Select(file => ("--key", (string?)file)), ("--passphrase-file", parsed.GetValue(passphraseFile)), ("--home", parsed.GetValue(Home)),
        ];
        return string.Concat(typed.Where(option => option.Value is not null).Select(option => $" {option.Name} {Quoted(option.Value!)}"));
    }

    /// <summary>A word as a shell takes it.</summary>
    public static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "/._-:+=,@%\\~".Contains(c, StringComparison.Ordinal)) ? word : $"\"{word}\"";

    /// <summary>Where the key of a lot comes from.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="key">Its <c>--key</c>.</param>
    /// <param name="passphraseFile">Its <c>--passphrase-file</c>.</param>
    /// <param name="lotId">Name of the lot, for the default key file.</param>
    public static LotKeySource KeySource(ParseResult parsed, Option<string[]> key, Option<string?> passphraseFile, string lotId)
    {
        string[] files = parsed.GetValue(key) ?? [];
        string? passphrase = parsed.GetValue(passphraseFile);
        return (files.Length, passphrase) switch
        {
            (0, null) => LotKeySource.FromFiles(HomeOf(parsed).KeyPath(lotId)),
            (_, null) => LotKeySource.FromFiles(files),
            (0, _) => LotKeySource.FromPassphraseFile(passphrase),
            _ => throw new UsageException("Give --key or --passphrase-file, not both."),
        };
    }
}
