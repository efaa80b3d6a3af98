using System.Diagnostics;
using System.Globalization;

namespace HwToken.TestKit.Validation;

/// <content>Its sudden death.</content>
public sealed partial class PostgresServer
{
    /// <summary>SIGKILL for the server and every process of it: nothing is flushed, nothing is closed. Then starts it again, on what was left.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await LaunchAsync();
    }

    /// <summary>SIGKILL for the server and every process of it: nothing is flushed, nothing is closed.</summary>
    public async Task KillAsync()
    {
        string main = (await File.ReadAllLinesAsync($"{folder}/data/postmaster.pid"))[0];
        string data = WorkingFolder(main)!;
        Kill(main);

        // Until none is left: it may have started one a moment ago. All of them work in the folder of the data.
        while (Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(id => id!.All(char.IsAsciiDigit) && WorkingFolder(id!) == data).ToArray() is { Length: > 0 } left)
        {
            Array.ForEach(left, id => Kill(id!));
            await Task.Yield();
        }

        await server!.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    private static void Kill(string id)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Null when there is no such process any more (or only its exit status is left).</summary>
    private static string? WorkingFolder(string id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
