using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over a container: hands out one key after the other and checks, at the end, what concerns them all.</summary>
internal sealed class ContainerPass(PskcSource source, PskcReadOptions options)
{
    public string? ContainerId { get; private set; }

    public bool Encrypted { get; private set; }

    public bool Signed { get; private set; }

    public int Count { get; private set; }

    public PskcLot? Lot { get; private set; }

    public IEnumerable<PskcKey> Keys()
    {
        using var cursor = new XmlCursor(source.OpenPass());
        OpenContainer(cursor);
        ContainerId = cursor.Reader.GetAttribute("Id") ?? cursor.Reader.GetAttribute("id");
        var header = new EncryptionHeader();
        using var decryptor = new ContainerDecryptor(header, options.KeySource);
        var encryption = new EncryptionParser(cursor, options.Limits);
        KeyPackageParser? packages = null;
        var names = new IdRegistry();
        string? first = null;
        string? last = null;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (Section(cursor))
            {
                case "EncryptionKey" when Count == 0 && !header.Encrypted:
                    encryption.EncryptionKey(header);
                    break;
                case "MACMethod" when Count == 0 && header.Mac is null:
                    encryption.MacMethod(header);
                    break;
                case "KeyPackage" or "Device" when !Signed:
                    bool plainAllowed = !header.Encrypted && !options.RequireEncryption;
                    packages ??= new KeyPackageParser(cursor, new DataParser(cursor, encryption, plainAllowed, options.Limits), decryptor);
                    PskcKey key = packages.Package();
                    Register(cursor, names, key);
                    (first, last) = (first ?? key.Id, key.Id);
                    yield return key;
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
    }

    public static void OpenContainer(XmlCursor cursor)
    {
        while (cursor.Read() && cursor.Reader.NodeType != System.Xml.XmlNodeType.Element)
        {
            // white space before the document element
        }

        string? version = cursor.Reader.GetAttribute("Version");
        if (cursor is not { IsPskc: true, Name: "KeyContainer" } || version is not (null or "1" or "1.0"))
        {
            throw cursor.Fail(PskcError.NotPskc, "this is no KeyContainer of RFC 6030, version 1.0");
        }
    }

    private static string Section(XmlCursor cursor) =>
        cursor.IsPskc && cursor.Name != "Signature" ? cursor.Name
        : cursor is { Namespace: Uris.DSig, Name: "Signature" } ? "Signature"
        : "";

    private void Register(XmlCursor cursor, IdRegistry names, PskcKey key)
    {
        string? refusal = ++Count > options.Limits.MaxKeys ? $"the file holds more than {options.Limits.MaxKeys:N0} keys; split the lot, or raise the limit"
            : !names.AddId(key.Id) ? $"the key Id '{key.Id}' stands twice; every credential needs its own"
            : key.SerialNo is not null && !names.AddSerial(key.SerialNo, key.Id) ? $"the serial number '{key.SerialNo}' stands twice; every credential needs its own"
            : null;
        if (refusal is not null)
        {
            key.Dispose();
            throw cursor.Fail(Count > options.Limits.MaxKeys ? PskcError.TooLarge : PskcError.DuplicateId, refusal);
        }
    }

    private void CheckLot(string? first, string? last)
    {
        if (Count == 0 && Lot is null)
        {
            throw new PskcException(PskcError.MissingElement, "The file holds no key package. Ask the sender for the whole file.");
        }

        if (Lot is not null && (Lot.Count != Count || Lot.FirstId != first || Lot.LastId != last))
        {
            throw new PskcException(PskcError.LotMismatch,
                $"The lot says {Lot.Count} keys from '{Lot.FirstId}' to '{Lot.LastId}', the file holds {Count} from '{first}' to '{last}': keys were added, lost or moved. Ask the factory for the file again.");
        }
    }
}
