using HwToken.Demo.Bank.Causes;

namespace HwToken.Demo.Bank.Codes;

/// <summary>What the validation service answered.</summary>
/// <param name="Refusal">Null when the code was accepted.</param>
internal sealed record TokenCheck(Refusal? Refusal)
{
    public bool IsAccepted => Refusal is null;
}
