using System.CommandLine;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;

namespace HwToken.Tool.Console;

/// <summary>The options that open a lot, and opening it with them: to work with it, or to look at it.</summary>
internal sealed class LotAccess
{
    private readonly Argument<string>? _lot;
    private readonly Option<string>? _lotOption;
    private readonly Option<string[]> _key = CommonOptions.Key();
    private readonly Option<string?> _passphraseFile = CommonOptions.PassphraseFile();
    private readonly Option<string?> _operator = CommonOptions.Operator();
    private readonly Option<bool> _clockIsRight = CommonOptions.ClockIsRight();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="purpose">What the command does with the lot.</param>
    /// <param name="lotOption">Names the lot; null: an argument does.</param>
    public LotAccess(Command command, LotPurpose purpose = LotPurpose.Work, Option<string>? lotOption = null)
    {
        if (lotOption is null)
        {
            _lot = CommonOptions.LotArgument();
            command.Arguments.Add(_lot);
        }
        else
        {
            _lotOption = lotOption;
            command.Options.Add(lotOption);
        }

        if (purpose != LotPurpose.Glance)
        {
            command.Options.Add(_key);
            command.Options.Add(_passphraseFile);
        }

        if (purpose == LotPurpose.Work)
        {
            command.Options.Add(_operator);
            command.Options.Add(_clockIsRight);
        }
    }

    /// <summary>Who works.</summary>
    public string Who(ParseResult parsed) => CommonOptions.Who(parsed, _operator);

    /// <summary>Opens the lot to work with it, after the registry has said that it is the one to work with.</summary>
    public LotSession Open(ParseResult parsed, ToolContext context) => LotSession.Open(Bench(parsed, context), Folder(parsed), Key(parsed, context.Clock));

    /// <summary>Opens the lot to work with it when units wait for their label.</summary>
    /// <returns>Null when none does: then nothing will change.</returns>
    public LotSession? OpenIfVerified(ParseResult parsed, ToolContext context)
    {
        using Lot lot = Look(parsed, context.Clock);
        return lot.Ledger.Counts()[UnitState.Verified] > 0 ? Open(parsed, context) : null;
    }

    /// <summary>Where it is worked.</summary>
    public Bench Bench(ParseResult parsed, ToolContext context) => CommonOptions.BenchOf(parsed, context, _operator, _clockIsRight);

    /// <summary>The lot's folder as typed.</summary>
    public string Folder(ParseResult parsed) => _lot is not null ? parsed.GetRequiredValue(_lot) : parsed.GetRequiredValue(_lotOption!);

    /// <summary>Where the lot's key comes from.</summary>
    public LotKeySource Key(ParseResult parsed, TimeProvider clock) => CommonOptions.KeySource(parsed, _key, _passphraseFile, LotId(Folder(parsed), clock));

    /// <summary>Opens the lot to look at it, without its key.</summary>
    public Lot Look(ParseResult parsed, TimeProvider clock) => Lot.Open(Folder(parsed), null, clock);

    /// <summary>Opens the lot to look at it, with its key if one was named or stands at its usual place.</summary>
    public Lot LookWithKeyIfAny(ParseResult parsed, TimeProvider clock)
    {
        bool isNamed = parsed.GetValue(_key) is { Length: > 0 } || parsed.GetValue(_passphraseFile) is not null;
        bool isAtHand = isNamed || File.Exists(CommonOptions.HomeOf(parsed).KeyPath(LotId(Folder(parsed), clock)));
        return Lot.Open(Folder(parsed), isAtHand ? Key(parsed, clock) : null, clock);
    }

    /// <summary>The options that the next command needs to find and open this lot, as they were typed here; begins with a space when there are any.</summary>
    public string NextOptions(ParseResult parsed) => CommonOptions.NextOptions(parsed, _key, _passphraseFile);

    private static string LotId(string folder, TimeProvider clock)
    {
        using Lot lot = Lot.Open(folder, null, clock);
        return lot.Definition.LotId;
    }
}
