using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over a container of RFC 6030 or a late draft.</summary>
internal sealed class ContainerPass(PskcSource source, PskcReadOptions options) : SeedPass(SeedFormat.Pskc, options)
{
    private const string PrivacyIdea = "Written by privacyIDEA: TimeDrift was read as seconds, as it means it (RFC 6030 counts steps).";
    private const string ToCertificate =
        "Encrypted to a certificate: everybody who has the certificate could have written this file. Only a signature (--cert) tells who did.";

    public override IEnumerable<PskcKey> Keys()
    {
        using var cursor = new XmlCursor(source.OpenPass());
        OpenContainer(cursor);
        ContainerId = cursor.Attribute("Id") ?? cursor.Attribute("id");
        var header = new EncryptionHeader();
        using var decryptor = new ContainerDecryptor(header, Options.KeySource, Options.AllowRsa15);
        var encryption = new EncryptionParser(cursor, Options.Limits);
        KeyPackageParser? packages = null;
        string? first = null;
        string? last = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (Section(cursor))
            {
                case "EncryptionKey" when Met == 0 && !header.Encrypted:
                    encryption.EncryptionKey(header);
                    break;
                case "MACMethod" when Met == 0 && header.Mac is null:
                    encryption.MacMethod(header);
                    break;
                case "MACAlgorithm" when Met == 0 && header.Mac is null:
                    encryption.MacAlgorithm(header);
                    break;
                case "KeyPackage" or "Device" when !Signed:
                    bool plainAllowed = !header.Encrypted && !Options.RequireEncryption;
                    packages ??= new KeyPackageParser(cursor, new DataParser(cursor, encryption, plainAllowed, Options.Limits), decryptor);
                    PskcKey? key = Take(packages.Package, () => cursor.Leave(depth + 1));
                    first ??= key?.Id ?? cursor.Key;
                    last = key?.Id ?? cursor.Key;
                    cursor.Key = null;
                    if (key is not null)
                    {
                        Register(key, cursor.Line);
                        yield return key;
                    }

                    break;
                case "Signature" when !Signed:
                    Signed = true;
                    cursor.Skip();
                    break;
                case "Extensions" or "Extension":
                    Lot = LotParser.Extensions(cursor, Lot);
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }

        while (cursor.Read())
        {
            // To the last byte: what follows the container must be well-formed, and the source hashes every block.
        }

        Encrypted = header.Encrypted;
        CheckLot(first, last);
        Tell(header, packages);
    }

    public static void OpenContainer(XmlCursor cursor)
    {
        cursor.Open();
        cursor.LowerCase = cursor.Name == "keycontainer";
        if (cursor is not { IsPskc: true, Name: "KeyContainer" } || cursor.Attribute("Version") is not (null or "1" or "1.0"))
        {
            throw cursor.Fail(PskcError.NotPskc, "this is no KeyContainer of RFC 6030, version 1.0");
        }
    }

    /// <summary>True on the container's signature: in the RFC's schema an element of PSKC with XML Signature's content, in the field mostly XML Signature's own.</summary>
    public static bool IsSignature(XmlCursor cursor) => cursor.Name == "Signature" && (cursor.IsPskc || cursor.Namespace == Uris.DSig);

    private static string Section(XmlCursor cursor) => cursor.IsPskc || IsSignature(cursor) ? cursor.Name : "";

    private void Tell(EncryptionHeader header, KeyPackageParser? packages)
    {
        if (packages is { DriftInSeconds: true })
        {
            Remark(PrivacyIdea);
        }

        if (header.ToCertificate && Options.Certificate is null)
        {
            Remark(ToCertificate);
        }
    }

    private void CheckLot(string? first, string? last)
    {
        if (Lot is null)
        {
            CheckEnd();
        }
        else if (Lot.Count != Met || Lot.FirstId != first || Lot.LastId != last)
        {
            throw new PskcException(PskcError.LotMismatch,
                $"The lot says {Lot.Count} keys from '{Lot.FirstId}' to '{Lot.LastId}', the file holds {Met} from '{first}' to '{last}': keys were added, lost or moved. Ask the factory for the file again.");
        }
    }
}
