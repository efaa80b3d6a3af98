using HwToken.Core.Otp;

namespace HwToken.Validation.Keys;

/// <summary>Holds the master key and everything sealed under it. Secrets go in; only codes come out.</summary>
public interface IKeyHolder
{
    /// <summary>Opens a sealed secret for computing.</summary>
    /// <param name="credentialId">Credential ID, normalised: a secret sealed for another credential does not open.</param>
    /// <param name="secret">The sealed secret.</param>
    /// <param name="parameters">How its codes are made.</param>
    /// <exception cref="KeyHolderException">The key is not in the key file, or the sealed secret was altered or belongs to another credential.</exception>
    ICodeSource Open(string credentialId, SealedSecret secret, OtpParameters parameters);

    /// <summary>Seals a secret under the newest key. The caller clears its own copy.</summary>
    /// <param name="credentialId">Credential ID, normalised.</param>
    /// <param name="secret">1 to 128 bytes.</param>
    SealedSecret Seal(string credentialId, ReadOnlySpan<byte> secret);

    /// <summary>Seals the same secret under the newest key; it is in clear for that moment only.</summary>
    SealedSecret Reseal(string credentialId, SealedSecret secret);
}
