namespace HwToken.Demo;

/// <summary>API keys of the validation service that a demonstration uses and shows.</summary>
/// <param name="Bank">The bank's own, role relying-party.</param>
/// <param name="Party">To try the REST API with, role relying-party.</param>
/// <param name="Operator">To try the REST API with, role operator.</param>
public sealed record DemoKeys(string Bank, string Party, string Operator)
{
    /// <inheritdoc/>
    public override string ToString() => "(keys)";
}
