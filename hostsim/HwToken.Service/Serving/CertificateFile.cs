using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Service.Serving;

/// <summary>A certificate in files, read anew when they change: a renewal needs no restart.</summary>
internal sealed class CertificateFile
{
    private readonly string certificate;
    private readonly string key;
    private readonly Lock gate = new();
    private SslStreamCertificateContext current;
    private (DateTime, DateTime) seen;

    /// <summary>Reads the files.</summary>
    /// <exception cref="IOException">They cannot be read; the message says what to do.</exception>
    public CertificateFile(string certificate, string key)
    {
        this.certificate = certificate;
        this.key = key;
        seen = Changed();
        try
        {
            current = Read();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{certificate}' and '{key}' are no certificate and key in PEM form that belong together and can be read. Check --certificate and --certificate-key.", e);
        }
    }

    /// <summary>The certificate as the files have it now. While they are being replaced and do not fit, the one before.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (gate)
            {
                (DateTime, DateTime) changed = Changed();
                if (changed != seen)
                {
                    try
                    {
                        current = Read();
                        seen = changed;
                    }
                    catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
                    {
                        // Half replaced: looked at again at the next connection.
                    }
                }

                return current;
            }
        }
    }

    private (DateTime, DateTime) Changed() => (File.GetLastWriteTimeUtc(certificate), File.GetLastWriteTimeUtc(key));

    private SslStreamCertificateContext Read()
    {
        using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(certificate, key);
        var above = new X509Certificate2Collection();
        above.ImportFromPemFile(certificate);

        // Windows takes a key only out of a PKCS #12 container.
        X509Certificate2 leaf = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        return SslStreamCertificateContext.Create(leaf, above, offline: true);
    }
}
