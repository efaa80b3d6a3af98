using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Service;

/// <summary>What the validation service said.</summary>
/// <param name="Error">Null when the code was accepted.</param>
internal sealed record TokenCheck(ServiceError? Error)
{
    public bool IsAccepted => Error is null;
}
