using System.CommandLine.Parsing;
using System.Globalization;

namespace HwToken.HostSim.Commands;

/// <summary>Durations on the command line: a number with <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>; bare numbers are seconds.</summary>
internal static class Durations
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Parses an option's one value; adds an error when it is none or below <paramref name="least"/>.</summary>
    public static TimeSpan Parse(ArgumentResult result, TimeSpan least)
    {
        string text = result.Tokens[0].Value;
        (string Unit, TimeSpan Length) unit = Array.Find(Units, u => text.EndsWith(u.Unit, StringComparison.Ordinal));
        string digits = unit.Unit is null ? text : text[..^unit.Unit.Length];
        decimal ticks = unit.Unit is null ? TimeSpan.TicksPerSecond : unit.Length.Ticks;
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number <= 3650 * TimeSpan.TicksPerDay / ticks)
        {
            var duration = TimeSpan.FromTicks((long)(number * ticks));
            if (duration < least)
            {
                result.AddError($"'{text}' is too short: {least.TotalSeconds:0.###}s or more.");
            }

            return duration;
        }

        result.AddError($"'{text}' is no duration. Write 31s, 500ms, 5m, 12h or 3d.");
        return default;
    }
}
