using System.Globalization;
using System.Text;
using HwToken.Scenarios.Bundles;

namespace HwToken.Scenarios.Tests.Bundles;

/// <summary>Lines as a value change dump: a decoder of the wires alone finds the bytes again.</summary>
public class VcdTests
{
    [Fact]
    public async Task A_press_is_seen_on_the_button_on_the_pins_and_on_the_bus()
    {
        ScenarioBundle bundle = (await Stories.PlayAsync("  - press: alice\n  - expect: { error: E1 }")).Bundle!;
        string vcd = Encoding.ASCII.GetString(bundle.Files["lines/alice.vcd"]);
        Assert.Contains("$var wire 1 p27 button $end", vcd, StringComparison.Ordinal);
        Assert.Contains("$var wire 1 p25 gpio25 $end", vcd, StringComparison.Ordinal);
        Assert.Contains("\n0p27\n", vcd, StringComparison.Ordinal);
        string[] frames = Decode(vcd);
        Assert.Contains(frames, frame => frame.StartsWith("S 78+ ", StringComparison.Ordinal) && frame.Length > 3000);
        Assert.DoesNotContain("uart", vcd, StringComparison.Ordinal);
        Assert.All(frames, frame => Assert.Matches("^S [0-9A-F]{2}[+-]", frame));
    }

    /// <summary>START, bytes with + or - for the acknowledge bit, STOP: one text a transfer. Knows the two lines and nothing else.</summary>
    private static string[] Decode(string vcd)
    {
        var frames = new List<string>();
        var frame = new StringBuilder();
        (char sda, char scl, int bits, int value) = ('1', '1', 0, 0);
        foreach (string line in vcd.Split('\n'))
        {
            if (line is ['0' or '1', 'd'])
            {
                if (scl == '1' && line[0] != sda)
                {
                    frame.Append(line[0] == '0' ? "S " : "P");
                    (bits, value) = (0, 0);
                    if (line[0] == '1')
                    {
                        frames.Add(frame.ToString());
                        frame.Clear();
                    }
                }

                sda = line[0];
            }
            else if (line is ['0' or '1', 'c'])
            {
                if (line[0] == '1' && scl == '0' && ++bits <= 9)
                {
                    value = bits < 9 ? (value << 1) | (sda - '0') : value;
                    if (bits == 9)
                    {
                        frame.Append(value.ToString("X2", CultureInfo.InvariantCulture)).Append(sda == '0' ? "+ " : "- ");
                        (bits, value) = (0, 0);
                    }
                }

                scl = line[0];
            }
        }

        return [.. frames.Where(text => text.StartsWith('S'))];
    }
}
