using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>Whose attempt it is, and what for. Holds no code.</summary>
/// <param name="CredentialId">Credential ID, normalised.</param>
/// <param name="Kind">What the code is for.</param>
/// <param name="Actor">Who asks: an API key's name, a page.</param>
/// <param name="At">Unix time in milliseconds.</param>
public sealed record AttemptRequest(string CredentialId, AttemptKind Kind, string Actor, long At)
{
    /// <summary>Unix time in seconds.</summary>
    public long Seconds => At / 1000;
}
