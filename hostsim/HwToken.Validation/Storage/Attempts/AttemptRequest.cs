using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>An attempt: whose token, which code or codes, what for.</summary>
/// <param name="CredentialId">Credential ID, normalised.</param>
/// <param name="Codes">One code or two; never printed.</param>
/// <param name="Kind">What the code is for.</param>
/// <param name="Actor">Who asks: an API key's name, a page.</param>
/// <param name="At">Unix time in milliseconds.</param>
public sealed record AttemptRequest(string CredentialId, TypedCodes Codes, AttemptKind Kind, string Actor, long At)
{
    /// <summary>Unix time in seconds.</summary>
    public long Seconds => At / 1000;
}
