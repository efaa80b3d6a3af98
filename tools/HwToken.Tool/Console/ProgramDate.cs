using System.Globalization;
using System.Reflection;

namespace HwToken.Tool.Console;

/// <summary>When the program was committed; written into it by the build.</summary>
internal static class ProgramDate
{
    public static DateTimeOffset? Value { get; } = typeof(ProgramDate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "CommitTime")?.Value is { } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
