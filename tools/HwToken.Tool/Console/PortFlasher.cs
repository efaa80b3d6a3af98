using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using HwToken.Factory;

namespace HwToken.Tool.Console;

/// <summary>Runs a flashing program for the board on a port, and keeps what it says.</summary>
/// <param name="command">As typed; <c>{port}</c> and <c>{image}</c> are replaced in each of its words.</param>
/// <param name="image">The image; null when the command names none.</param>
/// <param name="limit">How long it may take.</param>
/// <param name="folder">Where its output is kept, a file a port.</param>
internal sealed class PortFlasher(string command, string? image, TimeSpan limit, string folder)
{
    /// <exception cref="FactoryException">The program cannot be run, failed, or took too long.</exception>
    public async Task FlashAsync(string port, CancellationToken cancel)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace("{port}", port, StringComparison.Ordinal).Replace("{image}", image, StringComparison.Ordinal))];
        string kept = Path.Combine(folder, string.Concat(port.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') + ".txt");
        Directory.CreateDirectory(folder);
        using var output = new StreamWriter(kept, append: false, Encoding.UTF8);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Close();
            try
            {
                await Task.WhenAll(KeepAsync(process.StandardOutput, output, timer.Token), KeepAsync(process.StandardError, output, timer.Token), process.WaitForExitAsync(timer.Token)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancel.ThrowIfCancellationRequested();
                throw new FactoryException(string.Create(CultureInfo.InvariantCulture, $"flashing took longer than {limit.TotalSeconds:0} s and was ended; its output is in {kept}. Take the board off, or allow more by --flash-limit."));
            }

            if (process.ExitCode != 0)
            {
                throw new FactoryException(string.Create(CultureInfo.InvariantCulture, $"flashing failed: '{words[0]}' ended with exit code {process.ExitCode}; its output is in {kept}. Take the board off."));
            }
        }
        catch (Exception e) when (e is Win32Exception or IndexOutOfRangeException)
        {
            throw new FactoryException($"'{command}' cannot be run. Check --flash: is the program installed?", e);
        }
    }

    private static async Task KeepAsync(StreamReader from, StreamWriter to, CancellationToken cancel)
    {
        while (await from.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
        {
            lock (to)
            {
                to.WriteLine(line);
            }
        }
    }
}
