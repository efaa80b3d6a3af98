using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HwToken.HostSim.Portal.Html;

/// <summary>Encodes what is put into a piece of HTML; the literal parts come from this program's own source.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder text;

    public MarkupHandler(int literalLength, int holes) => text = new StringBuilder(literalLength + (16 * holes));

    public string Text => text.ToString();

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Markup piece) => text.Append(piece.ToString());

    public void AppendFormatted(IEnumerable<Markup> pieces) => text.Append(Markup.Join(pieces).ToString());

    public void AppendFormatted(string? value) => text.Append(Markup.Text(value ?? "").ToString());

    public void AppendFormatted(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double value, string? format = null) => text.Append(value.ToString(format, CultureInfo.InvariantCulture));
}
