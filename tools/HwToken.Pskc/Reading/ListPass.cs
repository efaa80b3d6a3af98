using System.Text.RegularExpressions;
using HwToken.Pskc.Reading.Lists;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over a list in text: a key a line, comments begin with <c>#</c>.</summary>
internal sealed partial class ListPass(PskcSource source, SeedFormat format, PskcReadOptions options) : SeedPass(format, options)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public override IEnumerable<PskcKey> Keys()
    {
        if (Options.RequireEncryption)
        {
            throw new PskcException(PskcError.PlainSecret, $"The file is {SeedFormats.Name(Format)}, which holds secrets in clear, but encryption is demanded. Ask for an encrypted PSKC file.");
        }

        using var lines = new TextLines(source.OpenPass(isMarkup: false));
        var row = new Row();
        RowReader? reader = null;
        bool hasUsers = false;
        char separator = '\0';
        while (Next(lines, row, ref separator, ref hasUsers))
        {
            if (row.Count == 0)
            {
                continue;
            }

            reader ??= Reader(hasUsers);
            if (Take(() => reader.Read(row), () => { }) is { } key)
            {
                Register(key, row.Line);
                yield return key;
            }
        }

        row.Clear();
        CheckEnd();
    }

    [GeneratedRegex(@"^#\s*version:\s*2\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionTwo();

    /// <summary>Splits the next line; a line without content leaves a row without fields.</summary>
    private bool Next(TextLines lines, Row row, ref char separator, ref bool hasUsers)
    {
        if (!lines.Next(out Span<char> line))
        {
            return false;
        }

        ReadOnlySpan<char> text = line.Trim();
        if (text.IsEmpty || text[0] == '#')
        {
            hasUsers |= lines.Number == 1 && VersionTwo().IsMatch(text);
            row.Reset();
            return true;
        }

        if (separator == '\0')
        {
            separator = Format == SeedFormat.Otpauth ? '\n' : Separator(line);
        }

        row.Split(line, separator, lines.Number);
        return true;
    }

    private static char Separator(ReadOnlySpan<char> line)
    {
        foreach (char separator in Separators)
        {
            if (line.Contains(separator))
            {
                return separator;
            }
        }

        return ',';
    }

    private RowReader Reader(bool hasUsers) => Format switch
    {
        SeedFormat.EntraCsv => new EntraRows(Options.Limits, Remark),
        SeedFormat.YubicoCsv => new YubicoRows(Options.Limits, Remark),
        SeedFormat.MultiOtpCsv => new MultiOtpRows(Options.Limits, Remark),
        SeedFormat.Otpauth => new OtpauthRows(Options.Limits, Remark),
        _ => new OathRows(Options.Limits, Remark, hasUsers),
    };
}
