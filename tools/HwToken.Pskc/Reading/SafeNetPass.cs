using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>One pass over SafeNet's (Aladdin's) XML: HOTP keys of eToken PASS and its kin, 6 digits, the seed in hexadecimal digits.</summary>
internal sealed class SafeNetPass(PskcSource source, PskcReadOptions options) : SeedPass(SeedFormat.SafeNetXml, options)
{
    private const int Sha256Bytes = 32;

    public override IEnumerable<PskcKey> Keys()
    {
        if (Options.RequireEncryption)
        {
            throw new PskcException(PskcError.PlainSecret, "The file is SafeNet XML, which holds secrets in clear, but encryption is demanded. Ask for an encrypted PSKC file.");
        }

        using var cursor = new XmlCursor(source.OpenPass());
        cursor.Open();
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.Name != "Token")
            {
                throw cursor.Unexpected();
            }

            PskcKey? key = Take(() => Token(cursor), () => cursor.Leave(depth + 1));
            cursor.Key = null;
            if (key is not null)
            {
                Register(key, cursor.Line);
                yield return key;
            }
        }

        while (cursor.Read())
        {
            // What follows must be well-formed.
        }

        CheckEnd();
    }

    private PskcKey Token(XmlCursor cursor)
    {
        using var draft = new KeyDraft { Algorithm = PskcAlgorithm.Hotp, Digits = 6, Manufacturer = "SafeNet" };
        string serial = cursor.Attribute("serial")?.Trim() ?? "";
        draft.Id = Values.Text(cursor, "the token's serial", serial);
        draft.SerialNo = draft.Id;
        cursor.Key = draft.Id;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.Name)
            {
                case "ProductName":
                    draft.Model = Values.OptionalText(cursor, "ProductName", cursor.Leaf());
                    break;
                case "Applications":
                    Applications(cursor, draft);
                    break;
                default:
                    cursor.Skip(); // dates, case and model numbers
                    break;
            }
        }

        if (draft.Secret is null)
        {
            throw cursor.Fail(PskcError.MissingElement, "the token has no Seed");
        }

        if (draft.Secret.Length == Sha256Bytes)
        {
            draft.Suite = PskcSuite.Sha256;
            Remark("Seeds of 32 bytes were taken for SHA-256, as other readers of SafeNet XML take them.");
        }

        return draft.ToKey();
    }

    private void Applications(XmlCursor cursor, KeyDraft draft)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.Name != "Application" || draft.Secret is not null)
            {
                throw cursor.Fail(PskcError.RepeatedElement, "the token holds more than one application; only one seed has its ID");
            }

            for (int inner = cursor.Reader.Depth; cursor.NextChild(inner);)
            {
                Part(cursor, draft);
            }
        }
    }

    private void Part(XmlCursor cursor, KeyDraft draft)
    {
        switch (cursor.Name)
        {
            case "Seed" when draft.Secret is null:
                draft.Secret = Seed(cursor);
                break;
            case "MovingFactor" when draft.Counter is null:
                ReadOnlySpan<char> text = cursor.Leaf();
                draft.Counter = text.IsEmpty ? 0 : Values.Integer(cursor, "MovingFactor", text, 0, long.MaxValue);
                break;
            case string name when name.Contains("Time", StringComparison.OrdinalIgnoreCase) || name.Contains("Interval", StringComparison.OrdinalIgnoreCase):
                // A time-based token taken for a counting one would give wrong codes for ever.
                throw cursor.Fail(PskcError.UnknownAlgorithm, "the token seems to be time-based, which SafeNet XML is not read for; ask for PSKC");
            default:
                cursor.Skip();
                break;
        }
    }

    private byte[] Seed(XmlCursor cursor)
    {
        ReadOnlySpan<char> text = cursor.Leaf();
        PskcLimits limits = Options.Limits;
        try
        {
            byte[] seed = Convert.FromHexString(text);
            if (seed.Length >= limits.MinSecretBytes && seed.Length <= limits.MaxSecretBytes)
            {
                return seed;
            }

            CryptographicOperations.ZeroMemory(seed);
            throw cursor.Fail(PskcError.OutOfRange, $"a secret has {seed.Length} bytes, allowed are {limits.MinSecretBytes} to {limits.MaxSecretBytes}");
        }
        catch (FormatException)
        {
            throw cursor.Fail(PskcError.BadSecret, "the Seed is not written in pairs of hexadecimal digits");
        }
        finally
        {
            cursor.ClearLeaf();
        }
    }
}
