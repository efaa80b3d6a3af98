using HwToken.Pskc.Reading;
using HwToken.Pskc.Signing;

namespace HwToken.Pskc;

/// <summary>Reads PSKC (RFC 6030): all of a file or nothing of it.</summary>
public static class PskcReader
{
    /// <summary>Checks a whole file: first the signature if a certificate is given, then every value. Secrets met on the way are cleared at once.</summary>
    /// <param name="stream">The file from its current position to its end. One that cannot seek is held in memory (<see cref="PskcLimits.MaxBufferedBytes"/>).
    /// Stays open; it must not be touched while the document is in use.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused; nothing of it may be used.</exception>
    public static PskcDocument Open(Stream stream, PskcReadOptions options) => Open(stream, options, owned: null);

    /// <summary>Opens and checks a file; see <see cref="Open(Stream, PskcReadOptions)"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused.</exception>
    public static PskcDocument Open(string path, PskcReadOptions options)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return Open(file, options, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Checks the signature alone; needs no key and decrypts nothing.</summary>
    /// <param name="stream">The file, as for <see cref="Open(Stream, PskcReadOptions)"/>.</param>
    /// <param name="options">The certificate, or none: then the answer is absent or unchecked.</param>
    /// <exception cref="PskcException">The file is no XML, no PSKC or too large.</exception>
    public static PskcSignatureCheck CheckSignature(Stream stream, PskcReadOptions options) =>
        SignatureVerifier.Check(new PskcSource(stream, options.Limits), options);

    /// <summary>Copies into memory what comes through a pipe, so that it can be read several times.</summary>
    /// <param name="stream">Read to its end; stays open.</param>
    /// <param name="limits">How much is taken (<see cref="PskcLimits.MaxBufferedBytes"/>).</param>
    /// <exception cref="PskcException">It is larger.</exception>
    public static Stream Buffer(Stream stream, PskcLimits limits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        return PskcSource.Buffer(stream, limits.MaxBufferedBytes);
    }

    private static PskcDocument Open(Stream stream, PskcReadOptions options, Stream? owned)
    {
        var source = new PskcSource(stream, options.Limits);
        PskcSignatureCheck? check = null;
        if (options.Certificate is not null)
        {
            check = SignatureVerifier.Check(source, options);
            if (check.Status != PskcSignatureStatus.Valid)
            {
                throw new PskcException(check.Error!.Value, check.Message);
            }
        }

        var pass = new ContainerPass(source, options);
        foreach (PskcKey key in pass.Keys())
        {
            key.Dispose();
        }

        PskcSignatureStatus status = check?.Status ?? (pass.Signed ? PskcSignatureStatus.Unchecked : PskcSignatureStatus.Absent);
        return new PskcDocument(source, options, pass, status, owned);
    }
}
