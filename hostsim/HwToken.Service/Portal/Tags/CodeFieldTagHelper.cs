using Microsoft.AspNetCore.Mvc.Rendering;

namespace HwToken.Service.Portal.Tags;

/// <summary><c>&lt;code-field&gt;</c>: a security code.</summary>
public sealed class CodeFieldTagHelper(IHtmlHelper html) : FieldTagHelper(html)
{
    /// <summary>May stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>What to know before typing; empty for the usual.</summary>
    public string Hint { get; set; } = "";

    private protected override Field Describe() => new(Name, Label)
    {
        Class = "code",
        InputMode = "numeric",
        Autocomplete = "one-time-code",
        Keyboard = "digits",
        Hint = Hint.Length > 0 ? Hint : Text.In("表示された数字(6〜8桁)を、先頭の0も含めて入力してください。", "All digits that it shows (6 to 8), leading zeros too"),
        IsRequired = !Optional,
        HasFocus = Focus,
    };
}
