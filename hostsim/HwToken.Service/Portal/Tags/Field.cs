namespace HwToken.Service.Portal.Tags;

/// <summary>A form field, drawn by <c>_Field.cshtml</c>: with a label of its own, and its hint tied to it.</summary>
/// <param name="Name">Name and id.</param>
/// <param name="Label">Label.</param>
internal sealed record Field(string Name, string Label)
{
    public string Type { get; init; } = "text";

    public string? Class { get; init; }

    /// <summary>What stands in it; null for what is never sent back to the page.</summary>
    public string? Value { get; init; }

    public string Hint { get; init; } = "";

    public string Autocomplete { get; init; } = "off";

    public string? InputMode { get; init; }

    public string? Capitals { get; init; }

    /// <summary>Which software keyboard it offers: <c>digits</c>, <c>text</c> or none.</summary>
    public string? Keyboard { get; init; }

    public bool IsRequired { get; init; } = true;

    public bool HasFocus { get; init; }

    /// <summary>What stood in it was refused.</summary>
    public bool IsWrong { get; init; }
}
