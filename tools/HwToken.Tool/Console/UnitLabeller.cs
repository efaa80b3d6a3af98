using System.ComponentModel;
using System.Diagnostics;
using HwToken.Factory;
using HwToken.Factory.Labels;
using HwToken.Factory.Lots;

namespace HwToken.Tool.Console;

/// <summary>Makes the label of one unit in the lot's folder and, when asked to, hands it to a printing program.</summary>
internal sealed class UnitLabeller(Lot lot, TimeProvider clock, string? print)
{
    public static LabelText TextOf(Lot lot, string id, TimeProvider clock) =>
        new(id, lot.Definition.LotId, DateOnly.FromDateTime((lot.Ledger.Find(id)?.VerifiedAt ?? clock.GetUtcNow()).UtcDateTime));

    public async Task LabelAsync(string id, CancellationToken cancel)
    {
        string file = lot.Folder.Label(id);
        LabelPrinter.WriteSvg(file, TextOf(lot, id, clock));
        if (print is null)
        {
            return;
        }

        string[] words = [.. print.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("{file}", file, StringComparison.Ordinal))];
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Close();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel), process.WaitForExitAsync(cancel)).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new FactoryException($"'{words[0]}' did not print (exit code {process.ExitCode}).");
            }
        }
        catch (Exception e) when (e is Win32Exception or IndexOutOfRangeException)
        {
            throw new FactoryException($"'{print}' cannot be run. Check --print.", e);
        }
    }
}
