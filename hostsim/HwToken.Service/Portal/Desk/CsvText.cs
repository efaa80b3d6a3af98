using System.Globalization;
using System.Text;

namespace HwToken.Service.Portal.Desk;

/// <summary>Tables as CSV (RFC 4180) in UTF-8 with its mark, which Excel wants; moments in UTC (ISO 8601).</summary>
internal static class CsvText
{
    /// <summary>A whole table.</summary>
    /// <param name="heading">Names of the columns, in plain letters.</param>
    /// <param name="rows">Cells, as <see cref="Cell(string)"/> and the others make them.</param>
    public static byte[] Of(string heading, IEnumerable<IEnumerable<string>> rows)
    {
        StringBuilder text = new StringBuilder("\uFEFF").Append(heading).Append("\r\n");
        foreach (IEnumerable<string> row in rows)
        {
            text.AppendJoin(',', row).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A text. What somebody typed must not become a formula in a table calculation: it is quoted as text.</summary>
    public static string Cell(string text)
    {
        string plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A moment; nothing where there is none.</summary>
    public static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";
}
