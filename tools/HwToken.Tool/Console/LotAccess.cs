using System.CommandLine;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;

namespace HwToken.Tool.Console;

/// <summary>The options that open a lot, and opening it with them.</summary>
internal sealed class LotAccess
{
    private readonly Argument<string> _lot = CommonOptions.LotArgument();
    private readonly Option<string[]> _key = CommonOptions.Key();
    private readonly Option<string?> _passphraseFile = CommonOptions.PassphraseFile();
    private readonly Option<string?> _operator = CommonOptions.Operator();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="needsKey">False: it never needs the lot's key.</param>
    public LotAccess(Command command, bool needsKey = true)
    {
        command.Arguments.Add(_lot);
        if (needsKey)
        {
            command.Options.Add(_key);
            command.Options.Add(_passphraseFile);
        }

        command.Options.Add(_operator);
    }

    /// <summary>Who works.</summary>
    public string Who(ParseResult parsed) => CommonOptions.Who(parsed, _operator);

    /// <summary>Opens the lot with its key.</summary>
    public Lot Open(ParseResult parsed, TimeProvider clock)
    {
        string folder = parsed.GetRequiredValue(_lot);
        return Lot.Open(folder, CommonOptions.KeySource(parsed, _key, _passphraseFile, LotId(folder, clock)), clock);
    }

    /// <summary>Opens the lot without its key.</summary>
    public Lot OpenWithoutKey(ParseResult parsed, TimeProvider clock) => Lot.Open(parsed.GetRequiredValue(_lot), null, clock);

    /// <summary>Opens the lot with its key if one was named or stands at its usual place.</summary>
    public Lot OpenWithKeyIfAny(ParseResult parsed, TimeProvider clock)
    {
        string folder = parsed.GetRequiredValue(_lot);
        bool isNamed = parsed.GetValue(_key) is { Length: > 0 } || parsed.GetValue(_passphraseFile) is not null;
        return isNamed || File.Exists(CommonOptions.HomeOf(parsed).KeyPath(LotId(folder, clock))) ? Open(parsed, clock) : OpenWithoutKey(parsed, clock);
    }

    /// <summary>Keeps the lot's audit head in the registry.</summary>
    public static void KeepHead(ParseResult parsed, Lot lot, TimeProvider clock)
    {
        using IdRegistry registry = IdRegistry.Open(CommonOptions.HomeOf(parsed).RegistryPath, clock);
        lot.KeepHead(registry);
    }

    private static string LotId(string folder, TimeProvider clock)
    {
        using LotLedger ledger = LotLedger.Open(new LotFolder(folder).Ledger, clock);
        return ledger.LotId;
    }
}
