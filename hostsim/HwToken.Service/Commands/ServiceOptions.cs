using System.CommandLine;
using HwToken.Validation;

namespace HwToken.Service.Commands;

/// <summary>Options that every command of the validation service has.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "Data folder; default: HwToken in the user's local application data. Nothing is kept outside it.",
        HelpName = "DIR",
    };

    private readonly DatabaseOption db = new();

    private readonly Option<string?> keyFile = new("--key-file") { Description = "Master keys; default: master.keys in the data folder.", HelpName = "FILE" };

    private readonly Option<string?> epochFile = new("--epoch-file")
    {
        Description = "Where this host keeps the highest epoch of the database that it has seen; default: beside the key file.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(data);
        db.AddTo(command);
        command.Options.Add(keyFile);
        command.Options.Add(epochFile);
        return command;
    }

    /// <summary>What was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="HwToken.Keeping.KeepingException">A file that was named cannot be used.</exception>
    /// <param name="mode">What the command may make or change.</param>
    public ValidationOptions Read(ParseResult parsed, OpenMode mode = OpenMode.Create) => new()
    {
        DataFolder = Path.GetFullPath(parsed.GetValue(data) ?? ValidationOptions.DefaultDataFolder),
        Connection = db.Read(parsed),
        KeyFile = parsed.GetValue(keyFile),
        EpochFile = parsed.GetValue(epochFile),
        Mode = mode,
    };
}
