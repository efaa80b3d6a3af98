using System.Text.Json.Serialization;

namespace HwToken.Service.Api;

/// <summary>One security code.</summary>
/// <param name="Code">Six digits as text: leading zeros count. Full-width digits and surrounding spaces are taken.</param>
internal sealed record CodeRequest(string? Code)
{
    public override string ToString() => "(one code)";
}

/// <summary>Two consecutive security codes.</summary>
/// <param name="Code1">First code.</param>
/// <param name="Code2">The code after it.</param>
internal sealed record PairRequest(string? Code1, string? Code2)
{
    public override string ToString() => "(two codes)";
}

/// <summary>First enrolment: <c>code</c> alone, or <c>code1</c> and <c>code2</c>; for a holder, if you like.</summary>
/// <param name="Code">The code of the one-code form.</param>
/// <param name="Code1">First code of the two-code form.</param>
/// <param name="Code2">Second code of the two-code form.</param>
/// <param name="Holder">Whose the token becomes: your user name or number for the person, nothing more (at most 64 ASCII letters, digits and . _ - @ +). The service desk finds the token by it.</param>
internal sealed record ActivateRequest(string? Code = null, string? Code1 = null, string? Code2 = null, string? Holder = null)
{
    public override string ToString() => "(codes)";
}

/// <summary>Whose a token is.</summary>
/// <param name="Holder">User name or number of the person, nothing more (at most 64 ASCII letters, digits and . _ - @ +); empty: nobody's.</param>
/// <param name="Reason">Why, or a ticket's number, for the audit. No personal data.</param>
internal sealed record HolderRequest(string? Holder, string? Reason = null)
{
    public override string ToString() => "(holder)";
}

/// <summary>Change of token.</summary>
/// <param name="Old">Credential ID of the token in use.</param>
/// <param name="New">Credential ID of the new token.</param>
/// <param name="Code">Code of the new token.</param>
/// <param name="OldCode">Code of the old token, when the customer still has it.</param>
internal sealed record ReplaceRequest(string? Old, string? New, string? Code, string? OldCode = null)
{
    public override string ToString() => "(replacement)";
}

/// <summary>What was decided about a code.</summary>
/// <param name="Result"><c>accepted</c> or <c>rejected</c>.</param>
/// <param name="Error">Code of the error table; null when accepted.</param>
/// <param name="Message">What to tell the person; null when accepted.</param>
/// <param name="Cause">Why, as a word that stays stable: <c>token-locked</c>; null when accepted.</param>
/// <param name="Next">What the person does next; null when accepted.</param>
/// <param name="TriesLeft">Wrong codes that may still follow before the token is locked; null where this one did not count.</param>
/// <param name="Details">For operators' keys only.</param>
internal sealed record CodeAnswer(
    string Result,
    string? Error,
    string? Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cause = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TriesLeft = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CodeDetails? Details = null);

/// <summary>What an operator learns of an attempt.</summary>
/// <param name="Reason">Why it was refused, more exactly; null when accepted.</param>
/// <param name="MovingFactor">Counter or time step that matched; null when refused.</param>
/// <param name="DriftSeconds">Learned offset of the token's clock; null when refused.</param>
/// <param name="DriftRatePpm">Learned rate; null when refused.</param>
internal sealed record CodeDetails(string? Reason, long? MovingFactor, double? DriftSeconds, double? DriftRatePpm);
