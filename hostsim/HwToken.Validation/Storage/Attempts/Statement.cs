namespace HwToken.Validation.Storage.Attempts;

/// <summary>SQL with its values.</summary>
/// <param name="Text">One statement.</param>
/// <param name="Then">A second one that belongs to it and takes the same values, or null.</param>
/// <param name="Values">Parameter names, without <c>@</c>, and their values.</param>
internal sealed record Statement(string Text, string? Then, params (string Name, object Value)[] Values);
