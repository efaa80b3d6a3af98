using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HwToken.HostSim.Portal.Html;

/// <summary>A piece of HTML. Text becomes markup only through <see cref="Of"/>, which encodes every value that is put in.</summary>
internal readonly record struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? text;

    private Markup(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Markup None => default;

    /// <summary>Markup with values in it: <c>Markup.Of($"&lt;p&gt;{name}&lt;/p&gt;")</c>.</summary>
    public static Markup Of(MarkupHandler handler) => new(handler.Text);

    /// <summary>Encoded text.</summary>
    public static Markup Text(string value) => new(Encoder.Encode(value));

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.text)));

    /// <summary>Markup that this program drew itself and that holds nothing typed, such as the picture of a panel.</summary>
    public static Markup Drawn(string markup) => new(markup);

    public override string ToString() => text ?? "";
}
