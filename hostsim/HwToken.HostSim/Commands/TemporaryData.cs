using System.CommandLine;

namespace HwToken.HostSim.Commands;

/// <summary>The option <c>--temporary</c>: a data folder of the run's own, gone with it.</summary>
internal sealed class TemporaryData : IDisposable
{
    private TemporaryData(string path) => Path = path;

    /// <summary>The folder; its owner's alone.</summary>
    public string Path { get; }

    /// <summary>Describes the option.</summary>
    public static Option<bool> Option() => new("--temporary") { Description = "For test suites: keeps everything in a new folder that is removed at the end. Not together with --data." };

    /// <summary>Refuses two data folders.</summary>
    public static void Check(Command command, Option<bool> temporary) => command.Validators.Add(result =>
    {
        if (result.GetValue(temporary) && result.GetResult(command.Options.Single(option => option.Name == "--data")) is { Implicit: false })
        {
            result.AddError("Give either --temporary or --data.");
        }
    });

    /// <summary>Makes the folder.</summary>
    public static TemporaryData Create() => new(Directory.CreateTempSubdirectory("hwtoken-sim-").FullName);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
