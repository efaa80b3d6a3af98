using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads dates and the Policy element. RFC 6030, 5: who does not understand a policy must not use the key.</summary>
internal static class PolicyParser
{
    public static void Policy(XmlCursor cursor, KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.IsPskc && TryDate(cursor, key))
            {
                continue;
            }

            if (cursor is not { IsPskc: true, Name: "KeyUsage" })
            {
                throw cursor.Fail(PskcError.UnsupportedPolicy, "the key's policy holds a rule that cannot be enforced here (PIN, number of transactions or an extension); such a key must not be used");
            }

            key.HasUsage = true;
            key.MayMakeCodes |= cursor.Leaf().SequenceEqual("OTP");
        }
    }

    /// <summary>Takes StartDate and ExpiryDate, of a key or its device: the narrower span counts.</summary>
    public static bool TryDate(XmlCursor cursor, KeyDraft key)
    {
        switch (cursor.Name)
        {
            case "StartDate":
                DateTimeOffset start = Values.Date(cursor, "StartDate", cursor.Leaf());
                key.Start = key.Start is null || start > key.Start ? start : key.Start;
                return true;
            case "ExpiryDate":
                DateTimeOffset expiry = Values.Date(cursor, "ExpiryDate", cursor.Leaf());
                key.Expiry = key.Expiry is null || expiry < key.Expiry ? expiry : key.Expiry;
                return true;
            default:
                return false;
        }
    }
}
