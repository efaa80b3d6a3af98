namespace HwToken.Pskc.Crypto;

/// <summary>What EncryptionKey and MACMethod of a container say.</summary>
internal sealed class EncryptionHeader
{
    /// <summary>There is an EncryptionKey element.</summary>
    public bool Encrypted { get; set; }

    /// <summary>The values, or the key of <see cref="TransportedKey"/>, are encrypted to a certificate.</summary>
    public bool ToCertificate { get; set; }

    /// <summary>The content key, encrypted to a certificate; null when there is none.</summary>
    public EncryptedValue? TransportedKey { get; set; }

    /// <summary>Set when the key is derived from a passphrase; null for a pre-shared key.</summary>
    public Pbkdf2Parameters? Derivation { get; set; }

    /// <summary>Null when the file has no MACMethod.</summary>
    public MacMethod? Mac { get; set; }

    /// <summary>Null when the file leaves MACKey out: then the encryption key is the MAC key (older drafts).</summary>
    public EncryptedValue? MacKey { get; set; }
}
