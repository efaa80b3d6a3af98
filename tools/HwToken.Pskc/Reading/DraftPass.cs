using HwToken.Pskc.Reading.Drafts;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over a container of the early drafts, as ActivIdentity writes it.</summary>
internal sealed class DraftPass(PskcSource source, PskcReadOptions options) : SeedPass(SeedFormat.PskcDraft, options)
{
    public override IEnumerable<PskcKey> Keys()
    {
        using var cursor = new XmlCursor(source.OpenPass());
        cursor.Open();
        using var cipher = new DraftCipher(cursor, Options);
        var devices = new DraftKeyParser(cursor, cipher, Options);
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "EncryptionMethod" when Met == 0 && !cipher.Encrypted:
                    cipher.EncryptionMethod();
                    break;
                case "DigestMethod" when Met == 0:
                    cipher.DigestMethod();
                    break;
                case "Device":
                    PskcKey? key = Take(devices.Device, () => cursor.Leave(depth + 1));
                    cursor.Key = null;
                    if (key is not null)
                    {
                        Register(key, cursor.Line);
                        yield return key;
                    }

                    break;
                default:
                    throw cursor.Unexpected();
            }
        }

        while (cursor.Read())
        {
            // What follows must be well-formed.
        }

        Encrypted = cipher.Encrypted;
        Remark("An early draft of PSKC: its digests cover each value, not its place, and it knows no signature. Whoever had the file could have exchanged keys in it.");
        CheckEnd();
    }
}
