using Microsoft.AspNetCore.Mvc.Rendering;

namespace HwToken.Service.Portal.Tags;

/// <summary><c>&lt;credential-field&gt;</c>: the letters and digits on the back of a token.</summary>
public sealed class CredentialFieldTagHelper(IHtmlHelper html) : FieldTagHelper(html)
{
    /// <summary>What stands in it.</summary>
    public string Value { get; set; } = "";

    /// <summary>What to know before typing; empty for the usual.</summary>
    public string Hint { get; set; } = "";

    private protected override Field Describe() => new(Name, Label)
    {
        Value = Value,
        Capitals = "characters",
        Hint = Hint.Length > 0 ? Hint : Text.In("トークン裏面の英数字です。例: DPHT12345678", "The letters and digits on the back, such as DPHT12345678"),
        HasFocus = Focus,
    };
}
