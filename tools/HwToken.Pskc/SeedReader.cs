using HwToken.Pskc.Reading;
using HwToken.Pskc.Signing;

namespace HwToken.Pskc;

/// <summary>Reads seed files of every format in <see cref="SeedFormat"/>: all of a file or nothing of it.</summary>
public static class SeedReader
{
    /// <summary>Checks a whole file: first the signature if a certificate is given, then every value. Secrets met on the way are cleared at once.</summary>
    /// <param name="stream">The file from its current position to its end; it can seek (<see cref="SpoolStream"/> makes that of one that cannot).
    /// Stays open; it must not be touched while the document is in use.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused; nothing of it may be used.</exception>
    public static SeedDocument Open(Stream stream, PskcReadOptions options) => Open(stream, options, owned: null, pskcOnly: false);

    /// <summary>Opens and checks a file; see <see cref="Open(Stream, PskcReadOptions)"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">Keys, demands and limits.</param>
    /// <exception cref="PskcException">The file is refused.</exception>
    public static SeedDocument Open(string path, PskcReadOptions options)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return Open(file, options, file, pskcOnly: false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static SeedDocument Open(Stream stream, PskcReadOptions options, Stream? owned, bool pskcOnly)
    {
        var source = new PskcSource(stream, options.Limits);
        SeedFormat format = FormatRecognizer.Recognize(source) ?? throw Unknown(pskcOnly);
        if (pskcOnly && format is not (SeedFormat.Pskc or SeedFormat.PskcDraft))
        {
            throw new PskcException(PskcError.NotPskc, $"The file is no PSKC but {SeedFormats.Name(format)}: 'hwtoken seeds read' reads it.");
        }

        PskcSignatureCheck? check = options.Certificate is null ? null : Check(source, format, options);
        Func<SeedPass> pass = () => Pass(source, format, options);
        SeedPass first = pass();
        foreach (PskcKey key in first.Keys())
        {
            key.Dispose();
        }

        PskcSignatureStatus status = check?.Status ?? (first.Signed ? PskcSignatureStatus.Unchecked : PskcSignatureStatus.Absent);
        return new SeedDocument(first, pass, status, owned);
    }

    private static PskcException Unknown(bool pskcOnly) => pskcOnly
        ? new PskcException(PskcError.NotXml, "The file is no XML, so no PSKC. Is it the right file?")
        : new PskcException(PskcError.UnknownFormat, $"The file is of no known format. Read are: {SeedFormats.All}.");

    private static PskcSignatureCheck Check(PskcSource source, SeedFormat format, PskcReadOptions options)
    {
        if (format != SeedFormat.Pskc)
        {
            throw new PskcException(PskcError.SignatureMissing, $"{SeedFormats.Name(format)} bears no signature, but a certificate was given to check it against. Ask the factory for a signed PSKC file.");
        }

        PskcSignatureCheck check = SignatureVerifier.Check(source, options);
        return check.Status == PskcSignatureStatus.Valid ? check : throw new PskcException(check.Error!.Value, check.Message);
    }

    private static SeedPass Pass(PskcSource source, SeedFormat format, PskcReadOptions options) => format switch
    {
        SeedFormat.Pskc => new ContainerPass(source, options),
        SeedFormat.PskcDraft => new DraftPass(source, options),
        SeedFormat.SafeNetXml => new SafeNetPass(source, options),
        _ => new ListPass(source, format, options),
    };
}
