using System.Text;
using System.Text.RegularExpressions;
using HwToken.Rack.Contract;
using NanoBoard.Chips;

namespace HwToken.Rack.Live;

/// <summary>The last lines that went over a token's serial line, either way. Keys on their way into a token are left out. Not for several threads at once.</summary>
internal sealed partial class SerialLog
{
    private const int Most = 300;
    private const int LongestLine = 256;

    private readonly Queue<SerialLine> _lines = new();
    private readonly StringBuilder _fromHost = new();
    private readonly StringBuilder _fromToken = new();
    private long _last;

    /// <summary>The lines after one, oldest first.</summary>
    public IReadOnlyList<SerialLine> After(long number) => [.. _lines.Where(line => line.Number > number)];

    /// <summary>Takes note of bytes on the line.</summary>
    public void Take(UartTraffic traffic)
    {
        StringBuilder line = traffic.FromHost ? _fromHost : _fromToken;
        foreach (byte value in traffic.Bytes.Span)
        {
            if (value == '\n' || line.Length == LongestLine)
            {
                End(traffic, line);
            }

            if (value is >= 0x20 and < 0x7F)
            {
                line.Append((char)value);
            }
            else if (value is not ((byte)'\n' or (byte)'\r'))
            {
                line.Append('�');
            }
        }
    }

    private void End(UartTraffic traffic, StringBuilder line)
    {
        _lines.Enqueue(new SerialLine(++_last, traffic.At, traffic.FromHost ? "host" : "token", WithoutKeys(line.ToString())));
        line.Clear();
        if (_lines.Count > Most)
        {
            _lines.Dequeue();
        }
    }

    /// <summary>Whatever could be a piece of a key goes, even from a line that is damaged or has no command in front of it.</summary>
    private static string WithoutKeys(string line)
    {
        Match key = Key().Match(line);
        return key.Success ? key.Value + " (key left out)" : LongHex().Replace(line, "(hex left out)");
    }

    [GeneratedRegex(@"KEY\s*\d*", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    [GeneratedRegex(@"[0-9A-Fa-f]{16,}")]
    private static partial Regex LongHex();
}
