using HwToken.Demo.Tray;

namespace HwToken.Demo;

/// <summary>What a demonstration needs of the program that shows it.</summary>
/// <param name="Http">A client for the bank's requests to the validation service; the program disposes it.</param>
/// <param name="Service">Address of the validation service; known once it listens.</param>
/// <param name="Tokens">The tokens in the tray.</param>
/// <param name="LetOperatorIn">Lifts the locks of the operator's password and token, as a colleague would.</param>
public sealed record DemoNeeds(HttpClient Http, Func<Uri> Service, ITrayTokens Tokens, Func<CancellationToken, Task> LetOperatorIn);

/// <summary>API keys of the validation service that a demonstration uses and shows.</summary>
/// <param name="Bank">The bank's own, role relying-party.</param>
/// <param name="Party">To try the REST API with, role relying-party.</param>
/// <param name="Operator">To try the REST API with, role operator.</param>
public sealed record DemoKeys(string Bank, string Party, string Operator)
{
    /// <inheritdoc/>
    public override string ToString() => "(keys)";
}
