using Microsoft.AspNetCore.Mvc.Rendering;

namespace HwToken.Service.Portal.Tags;

/// <summary><c>&lt;text-field&gt;</c>: a line of text.</summary>
public sealed class TextFieldTagHelper(IHtmlHelper html) : FieldTagHelper(html)
{
    /// <summary>What stands in it.</summary>
    public string Value { get; set; } = "";

    /// <summary>What to know before typing.</summary>
    public string Hint { get; set; } = "";

    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>How a telephone's keyboard sets capitals.</summary>
    public string Capitals { get; set; } = "none";

    /// <summary>May stay empty.</summary>
    public bool Optional { get; set; }

    private protected override Field Describe() => new(Name, Label)
    {
        Value = Value,
        Hint = Hint,
        Autocomplete = Autocomplete,
        Capitals = Capitals,
        IsRequired = !Optional,
        HasFocus = Focus,
    };
}
