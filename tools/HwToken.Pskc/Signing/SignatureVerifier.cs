using System.Security.Cryptography;
using System.Xml;
using HwToken.Pskc.Reading;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Signing;

/// <summary>Verifies the enveloped XML signature of a container in two passes over the file and in constant memory. What is digested is always
/// the container that the reader reads, never an element that the signature points to: there is nothing to wrap.</summary>
internal static class SignatureVerifier
{
    private const string FetchAgain = "The file was altered or signed by somebody else: refuse it and ask the factory.";

    public static PskcSignatureCheck Check(PskcSource source, PskcReadOptions options)
    {
        try
        {
            SignatureScan scan = SignatureScan.Run(source);
            if (!scan.Found)
            {
                return new(PskcSignatureStatus.Absent, PskcError.SignatureMissing, "The file is not signed, but a certificate was given to check it against. Ask the factory for the signed file.");
            }

            return options.Certificate is null
                ? new(PskcSignatureStatus.Unchecked, null, "Signed, not checked: no certificate was given.")
                : Check(source, options, scan);
        }
        catch (PskcException e) when (e.Error == PskcError.SignatureUnsupported)
        {
            return new(PskcSignatureStatus.Invalid, e.Error, e.Message);
        }
    }

    private static PskcSignatureCheck Check(PskcSource source, PskcReadOptions options, SignatureScan scan)
    {
        byte[] signed = scan.SignedInfoBytes.Exclusive;
        SignedInfo info = SignedInfo.Parse(signed);
        if (!info.Exclusive)
        {
            signed = scan.SignedInfoBytes.Inclusive;
            info = SignedInfo.Parse(signed);
        }

        if (info.UsesSha1 && !options.AllowSha1Signature)
        {
            throw SignedInfo.Unsupported("it rests on SHA-1, which can be forged ('hwtoken pskc' looks at such a file all the same with --allow-sha1)");
        }

        if (info.Uri.Length > 0 && !scan.IsContainer(info.Uri))
        {
            throw SignedInfo.Unsupported("it does not cover the container that is read, or the container's Id stands twice");
        }

        if (!info.Method.Verify(options.Certificate!, signed, scan.Value!))
        {
            return new(PskcSignatureStatus.Invalid, PskcError.SignatureInvalid, "The signature was not made with the given certificate's key. " + FetchAgain);
        }

        return CryptographicOperations.FixedTimeEquals(Digest(source, info), info.Digest)
            ? new(PskcSignatureStatus.Valid, null, "The signature is valid and covers the whole file.")
            : new(PskcSignatureStatus.Invalid, PskcError.SignatureInvalid, "The signature does not fit the content. " + FetchAgain);
    }

    /// <summary>Second pass: the canonical form of the container less its signature.</summary>
    private static byte[] Digest(PskcSource source, SignedInfo info)
    {
        using var hash = new HashingStream(info.DigestHash);
        using var canonicalizer = new StreamingCanonicalizer(hash, info.DigestExclusive);
        using var cursor = new XmlCursor(source.OpenPass());
        XmlReader reader = cursor.Reader;
        var text = new char[4096];
        bool isBefore = true;
        while (cursor.Read())
        {
            if (ContainerPass.IsSignature(cursor) && reader is { Depth: 1, NodeType: XmlNodeType.Element })
            {
                cursor.Skip();
            }
            else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                canonicalizer.Node(reader, default);
                isBefore = false;
            }
            else if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            {
                Instruction(canonicalizer, cursor, info, isBefore);
            }
            else if (reader.Depth > 0)
            {
                for (int n; (n = cursor.ReadChunk(text)) > 0;)
                {
                    canonicalizer.Node(reader, text.AsSpan(0, n));
                }
            }
        }

        CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));
        canonicalizer.Flush();
        return hash.GetHash();
    }

    /// <summary>A reference to the document covers what stands around its element; one to the element by Id does not.</summary>
    private static void Instruction(StreamingCanonicalizer canonicalizer, XmlCursor cursor, SignedInfo info, bool isBefore)
    {
        if (cursor.Reader.Depth > 0)
        {
            canonicalizer.Node(cursor.Reader, cursor.Text());
        }
        else if (info.Uri.Length == 0)
        {
            canonicalizer.OuterInstruction(cursor.Reader, cursor.Text(), isBefore);
        }
    }
}
