using Microsoft.AspNetCore.Mvc.Rendering;

namespace HwToken.Service.Portal.Tags;

/// <summary><c>&lt;password-field&gt;</c>: a password.</summary>
public sealed class PasswordFieldTagHelper(IHtmlHelper html) : FieldTagHelper(html)
{
    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; set; } = "current-password";

    /// <summary>What to know before typing.</summary>
    public string Hint { get; set; } = "";

    private protected override Field Describe() => new(Name, Label)
    {
        Type = "password",
        Autocomplete = Autocomplete,
        Keyboard = "text",
        Hint = Hint,
        HasFocus = Focus,
    };
}
