using System.Globalization;
using System.Text;
using HwToken.WakeCost.Counting;

namespace HwToken.WakeCost;

/// <summary>The wakes of one token, measured once for all tests.</summary>
public sealed class MeasuredWakes
{
    private const int ShownMethods = 6;

    public MeasuredWakes()
    {
        using var token = new WakeRecorder();
        PowerOn = token.PowerOnWithFile();

        // The second code on: the first has no predecessor that it could equal.
        token.PressAndWait();
        Dictionary<string, long> before = Tally.OfMethods();
        (Press, Dark) = token.PressAndWait();
        Shares = Describe(before, Tally.OfMethods());
    }

    internal WakeCost PowerOn { get; }

    internal WakeCost Press { get; }

    internal WakeCost Dark { get; }

    /// <summary>Where the instructions of a press and its timer wake go.</summary>
    internal string Shares { get; }

    /// <summary>The rows of the README's table.</summary>
    internal string Table
    {
        get
        {
            var table = new StringBuilder("| wake | IL instructions | before | share | objects, bytes | files read | flash steps | I2C bytes | API calls |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
            Row(table, "press that shows a new HOTP code", Press, First.Press);
            Row(table, "timer wake that goes dark", Dark, First.Dark);
            Row(table, "power-on, provisioning by file, self-test", PowerOn, First.PowerOn);
            return table.ToString();
        }
    }

    private static void Row(StringBuilder table, string name, WakeCost now, WakeCost first) => table.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {now.Instructions:N0} | {first.Instructions:N0} | {(double)now.Instructions / first.Instructions:F2} | {now.Bytes:N0} | {now.FilesRead} | {now.FlashSteps} | {now.I2cBytes:N0} | {now.ApiCalls} (was {first.ApiCalls}) |\n");

    private static string Describe(Dictionary<string, long> before, Dictionary<string, long> after) => string.Join('\n', after
        .Select(row => (row.Key, Count: row.Value - before.GetValueOrDefault(row.Key)))
        .OrderByDescending(row => row.Count)
        .Take(ShownMethods)
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Count,7:N0} {row.Key}")));
}
