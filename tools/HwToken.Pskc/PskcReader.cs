using HwToken.Pskc.Reading;
using HwToken.Pskc.Signing;

namespace HwToken.Pskc;

/// <summary>Reads PSKC (RFC 6030) and refuses every other seed file; <see cref="SeedReader"/> takes those too.</summary>
public static class PskcReader
{
    /// <summary>Checks a whole file; see <see cref="SeedReader.Open(Stream, PskcReadOptions)"/>.</summary>
    /// <param name="stream">The file from its current position to its end; it can seek.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused; nothing of it may be used.</exception>
    public static SeedDocument Open(Stream stream, PskcReadOptions options) => SeedReader.Open(stream, options, owned: null, pskcOnly: true);

    /// <summary>Opens and checks a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused.</exception>
    public static SeedDocument Open(string path, PskcReadOptions options)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return SeedReader.Open(file, options, file, pskcOnly: true);
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
}
