using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using HwToken.Keeping;

namespace HwToken.Service.Commands;

/// <summary>How the database is named. A connection string may hold a password, and everybody on a computer reads command lines (<c>ps</c>): it also comes
/// from a file, the standard input or the environment.</summary>
internal sealed class DatabaseOption
{
    /// <summary>Variable that is read when neither option is given.</summary>
    public const string Variable = "HWTOKEN_DB";

    private readonly Option<string?> db = new("--db")
    {
        Description = $"Connection string of PostgreSQL or SQLite; default: ${Variable}, or a SQLite file in the data folder. With a password in it use --db-file: others see command lines.",
        HelpName = "CONNECTION",
    };

    private readonly Option<string?> file = new("--db-file")
    {
        Description = "File whose first line is the connection string, for its owner alone (mode 0600); - reads the standard input.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(db);
        command.Options.Add(file);
        command.Validators.Add(TakeOne);
    }

    /// <summary>The connection string; null: the SQLite file of the data folder.</summary>
    /// <exception cref="KeepingException">The file cannot be used; the message says what to do.</exception>
    public string? Read(ParseResult parsed)
    {
        if (parsed.GetValue(db) is { } given)
        {
            if (HasPassword(given))
            {
                Console.Error.WriteLine($"The password in --db can be read by everybody on this computer (ps). Give the connection string by --db-file or ${Variable}.");
            }

            return given;
        }

        return parsed.GetValue(file) is { } path ? FromFile(path) : Environment.GetEnvironmentVariable(Variable);
    }

    private static string FromFile(string path)
    {
        string text = path == "-" ? Console.In.ReadLine() ?? "" : new string(PassphraseFile.Read(path));
        return string.IsNullOrWhiteSpace(text) ? throw new KeepingException("The standard input held no connection string in its first line.") : text.Trim();
    }

    private static bool HasPassword(string connection)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connection };
            return builder.ContainsKey("Password") || builder.ContainsKey("Pwd") || builder.ContainsKey("PSW");
        }
        catch (ArgumentException)
        {
            // Told where it is used.
            return false;
        }
    }

    private void TakeOne(CommandResult result)
    {
        if (result.GetResult(db) is { Implicit: false } && result.GetResult(file) is { Implicit: false })
        {
            result.AddError("Give --db or --db-file, not both.");
        }
    }
}
