using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Pskc;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Import;

/// <summary>Whose signatures an import takes: the certificates of the factories' lots. The file is read at every import, so the certificate
/// of a new lot is added beside a running server.</summary>
internal static class ImportSigners
{
    /// <summary>The certificate whose key has signed the file; when none has, any of them: it will not fit. Null when no signature is demanded.</summary>
    /// <exception cref="KeyHolderException">The file of certificates cannot be used.</exception>
    public static X509Certificate2? Of(Stream pskc, ValidationOptions options)
    {
        X509Certificate2[] trusted = options.ImportCertificate is { } one ? [one] : Load(options.ImportCertificateFile);
        if (trusted.Length < 2)
        {
            return trusted.FirstOrDefault();
        }

        long start = pskc.Position;
        try
        {
            return Array.Find(trusted, certificate =>
            {
                pskc.Position = start;
                return PskcReader.CheckSignature(pskc, new PskcReadOptions { Certificate = certificate }).Status == PskcSignatureStatus.Valid;
            }) ?? trusted[0];
        }
        finally
        {
            pskc.Position = start;
        }
    }

    /// <exception cref="KeyHolderException">The file is missing or holds no certificate.</exception>
    public static X509Certificate2[] Load(string? path)
    {
        if (path is null)
        {
            return [];
        }

        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? [.. certificates] : throw new CryptographicException();
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new KeyHolderException("The file of import certificates is missing or holds no certificate in PEM form. Put the lots' certificates there, one after the other.", wrong);
        }
    }
}
