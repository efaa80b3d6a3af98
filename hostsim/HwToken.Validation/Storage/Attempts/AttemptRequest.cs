using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>An attempt: whose token, which code or codes, what for.</summary>
/// <param name="CredentialId">Credential ID, normalised.</param>
/// <param name="Codes">One code or two; never printed.</param>
/// <param name="Kind">What the code is for.</param>
/// <param name="Actor">Who asks: an API key's name, a page.</param>
/// <param name="At">Unix time in milliseconds.</param>
/// <param name="IsPublic">Nobody vouches for whoever typed the codes: no relying party that has checked a password, no operator.</param>
/// <param name="Holder">Whose the credential becomes when the attempt is accepted (<see cref="Rules.Holder"/>); null: whose it is stays as it is.</param>
public sealed record AttemptRequest(string CredentialId, TypedCodes Codes, AttemptKind Kind, string Actor, long At, bool IsPublic = false, string? Holder = null)
{
    /// <summary>Unix time in seconds.</summary>
    public long Seconds => At / 1000;

    /// <summary>How many failures it counts on the credential: 1; 0 from the public pages.</summary>
    public int Counts => IsPublic ? 0 : 1;

    /// <summary>Two codes, and somebody vouches for who typed them.</summary>
    public bool IsVouchedPair => Codes.Second is not null && !IsPublic;
}
