namespace HwToken.Pskc.Reading;

/// <summary>The names under which HOTP, TOTP and their hashes appear in the field. Anything else is refused: a wrong guess means wrong codes for ever.</summary>
internal static class AlgorithmNames
{
    public static PskcAlgorithm? Algorithm(string name)
    {
        string tail = name.StartsWith(Uris.Pskc + ":", StringComparison.Ordinal) ? name[(Uris.Pskc.Length + 1)..]
            : name.StartsWith(Uris.Pskc + "#", StringComparison.Ordinal) ? name[(Uris.Pskc.Length + 1)..] // draft-ietf-keyprov-pskc-02
            : name.StartsWith("http://www.ietf.org/keyprov/pskc#", StringComparison.Ordinal) ? name[33..] // earlier drafts
            : name;
        return tail.ToUpperInvariant() switch
        {
            "HOTP" => PskcAlgorithm.Hotp,
            "TOTP" => PskcAlgorithm.Totp,
            _ => null,
        };
    }

    /// <summary>HMAC-SHA256, SHA256, SHA-256, HmacSHA256, hmac-sha-256 and so on.</summary>
    public static PskcSuite? Suite(string name)
    {
        string bare = name.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        bare = bare.StartsWith("HMAC", StringComparison.Ordinal) ? bare[4..] : bare;
        return bare switch
        {
            "SHA1" => PskcSuite.Sha1,
            "SHA256" => PskcSuite.Sha256,
            "SHA512" => PskcSuite.Sha512,
            _ => null,
        };
    }
}
