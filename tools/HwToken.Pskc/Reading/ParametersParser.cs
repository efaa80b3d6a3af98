using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads AlgorithmParameters: the hash and the form of the codes (RFC 6030, 4.3.4).</summary>
internal sealed class ParametersParser(XmlCursor cursor)
{
    private const int MinDigits = 6;
    private const int MaxDigits = 8;

    public void Parameters(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Suite" when key.Suite is null:
                    key.Suite = Suite();
                    break;
                case "ResponseFormat" when key.Digits is null:
                    key.Digits = ResponseFormat();
                    break;
                case "Suite" or "ResponseFormat":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one key");
                case "ChallengeFormat":
                    throw cursor.Fail(PskcError.UnsupportedFormat, "a key answers challenges; only HOTP and TOTP codes are supported");
                case "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    /// <summary>The hash as text, as attribute hashalgo (one exporter's dialect), or as both if they agree.</summary>
    private PskcSuite Suite()
    {
        string? attribute = cursor.Attribute("hashalgo");
        string text = cursor.Leaf().ToString();
        PskcSuite? byAttribute = attribute is null ? null : AlgorithmNames.Suite(attribute.Trim());
        PskcSuite? byText = text.Length == 0 ? null : AlgorithmNames.Suite(text);
        bool unknown = (attribute is not null && byAttribute is null) || (text.Length > 0 && byText is null);
        PskcSuite? suite = byText ?? byAttribute;
        return !unknown && suite is not null && (byAttribute ?? suite) == suite
            ? suite.Value
            : throw cursor.Fail(PskcError.UnknownSuite, "the Suite is not HMAC-SHA1, HMAC-SHA256 or HMAC-SHA512; with a guess every code would be wrong");
    }

    private int ResponseFormat()
    {
        string length = cursor.Attribute("Length") ?? throw cursor.Fail(PskcError.MissingElement, "ResponseFormat has no Length");
        string? encoding = cursor.Attribute("Encoding") ?? cursor.Attribute("Format");
        string check = cursor.Attribute("CheckDigits") ?? cursor.Attribute("CheckDigit") ?? "false";
        if (encoding?.Trim() != "DECIMAL" || Values.Boolean(cursor, "CheckDigits", check))
        {
            throw cursor.Fail(PskcError.UnsupportedFormat, "codes must be decimal digits without a check digit (ResponseFormat Encoding DECIMAL)");
        }

        int digits = (int)Values.Integer(cursor, "ResponseFormat Length", length.AsSpan().Trim(), MinDigits, MaxDigits);
        cursor.Empty();
        return digits;
    }
}
