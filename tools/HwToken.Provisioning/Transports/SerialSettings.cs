using System.ComponentModel;
using System.Diagnostics;

namespace HwToken.Provisioning.Transports;

/// <summary>Sets a serial device to 115200 8N1, raw, with the system's own tool.</summary>
public static class SerialSettings
{
    /// <summary>
    /// raw, no echo; 8 data bits, 1 stop bit, no parity; no modem lines and no hang-up on close (DTR would reset an ESP32 board);
    /// reads come back empty after 0.1 s (<c>time 1</c>), so that closing never waits for a byte.
    /// </summary>
    private static readonly string[] Stty = ["115200", "raw", "-echo", "cs8", "-cstopb", "-parenb", "-crtscts", "-ixon", "-hupcl", "clocal", "min", "0", "time", "1"];

    /// <summary>Applies the settings.</summary>
    /// <param name="path">The device.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">The tool is missing, or the device is no serial line.</exception>
    public static async Task ApplyAsync(string path, CancellationToken cancel = default)
    {
        string tool = OperatingSystem.IsWindows() ? "mode" : "stty";
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in Arguments(path))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new IOException($"{path} is no serial line that {tool} can set up. Check the name of the port.");
            }
        }
        catch (Win32Exception e)
        {
            throw new IOException($"The program '{tool}' is missing; it sets up serial lines. Install it (package coreutils).", e);
        }
    }

    private static string[] Arguments(string path) => OperatingSystem.IsWindows()
        ? [path, "BAUD=115200", "PARITY=N", "DATA=8", "STOP=1", "XON=OFF", "OCTS=OFF", "ODSR=OFF", "IDSR=OFF", "DTR=OFF", "RTS=OFF"]
        : [OperatingSystem.IsMacOS() ? "-f" : "-F", path, .. Stty];
}
