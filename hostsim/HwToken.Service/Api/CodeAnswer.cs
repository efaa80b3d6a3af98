using System.Text.Json.Serialization;

namespace HwToken.Service.Api;

/// <summary>What was decided about a code.</summary>
/// <param name="Result"><c>accepted</c> or <c>rejected</c>.</param>
/// <param name="Error">Code of the error table; null when accepted.</param>
/// <param name="Message">What to tell the person; null when accepted.</param>
/// <param name="Cause">Why, as a word that stays stable: <c>token-locked</c>; null when accepted.</param>
/// <param name="Next">What the person does next; null when accepted.</param>
/// <param name="Details">For operators' keys only.</param>
internal sealed record CodeAnswer(
    string Result,
    string? Error,
    string? Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cause = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CodeDetails? Details = null);
