using System.Globalization;
using System.Text;
using System.Text.Json;
using HwToken.Pskc;

namespace HwToken.Tool.Console;

/// <summary>Shows a seed file. Secrets only when they are asked for.</summary>
/// <param name="now">True time, to tell keys whose time has passed or not come.</param>
/// <param name="showSecrets">Whether the shared secrets are shown.</param>
/// <param name="showFormat">Whether the file's format is told.</param>
internal sealed class SeedReport(DateTimeOffset now, bool showSecrets, bool showFormat)
{
    public static string Word(PskcSignatureStatus status) => status switch
    {
        PskcSignatureStatus.Valid => "valid",
        PskcSignatureStatus.Invalid => "invalid",
        PskcSignatureStatus.Absent => "absent",
        _ => "unchecked",
    };

    public void WriteText(TextWriter output, SeedDocument document)
    {
        string format = showFormat ? SeedFormats.Name(document.Format) + ", " : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}signature {Word(document.Signature)}, {(document.Encrypted ? "encrypted" : "in clear")}, {document.Count} keys"));
        if (document.Lot is { } lot)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lot {lot.LotId}: {lot.Count} keys, {lot.FirstId} to {lot.LastId}, {lot.Scrapped.Count} scrapped, audit head {lot.AuditHead}"));
        }

        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                string factor = key.Algorithm == PskcAlgorithm.Totp ? $"{key.PeriodSeconds} s" : $"counter {key.Counter}";
                string secret = showSecrets ? "  " + Convert.ToHexString(key.Secret.Span) : "";
                output.WriteLine($"{key.Id}  {Algorithm(key)} {Suite(key)}, {key.Digits} digits, {factor}{Validity(key)}{secret}");
            }
        }

        WriteNotes(output, document);
    }

    /// <summary>What was left out, and what should be known.</summary>
    public static void WriteNotes(TextWriter output, SeedDocument document)
    {
        if (document.Refused.Count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out: {document.Refused.Count} keys"));
        }

        foreach (SeedRefusal refusal in document.Refused)
        {
            output.WriteLine($"  {refusal}");
        }

        foreach (string remark in document.Remarks)
        {
            output.WriteLine("note: " + remark);
        }
    }

    public void WriteJson(TextWriter output, SeedDocument document)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        void Drain()
        {
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
            buffer.SetLength(0);
        }

        json.WriteStartObject();
        if (showFormat)
        {
            json.WriteString("format", SeedFormats.Name(document.Format));
        }

        json.WriteString("signature", Word(document.Signature));
        json.WriteStartArray("keys");
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                Write(json, key);
                Drain();
            }
        }

        json.WriteEndArray();
        WriteNotes(json, document);
        json.WriteEndObject();
        Drain();
        output.WriteLine();
    }

    private static void WriteNotes(Utf8JsonWriter json, SeedDocument document)
    {
        if (document.Refused.Count > 0)
        {
            json.WriteStartArray("leftOut");
            foreach (SeedRefusal refusal in document.Refused)
            {
                json.WriteStartObject();
                json.WriteNumber("line", refusal.Line);
                json.WriteString("id", refusal.Key);
                json.WriteString("error", refusal.Error.ToString());
                json.WriteString("reason", refusal.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (document.Remarks.Count > 0)
        {
            json.WriteStartArray("notes");
            foreach (string remark in document.Remarks)
            {
                json.WriteStringValue(remark);
            }

            json.WriteEndArray();
        }
    }

    private void Write(Utf8JsonWriter json, PskcKey key)
    {
        json.WriteStartObject();
        json.WriteString("id", key.Id);
        json.WriteString("algorithm", Algorithm(key));
        json.WriteString("suite", Suite(key));
        json.WriteNumber("digits", key.Digits);
        WriteNumber(json, "period", key.PeriodSeconds);
        WriteNumber(json, "counter", key.Counter);
        WriteDate(json, "startDate", key.StartDate);
        WriteDate(json, "expiryDate", key.ExpiryDate);
        if (showSecrets)
        {
            json.WriteString("secretHex", Convert.ToHexString(key.Secret.Span));
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } value)
        {
            json.WriteString(name, Day(value));
        }
    }

    private static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The key's dates, which a validation service keeps: an expired key is imported and then refuses every code.</summary>
    private string Validity(PskcKey key) =>
        (key.StartDate is { } start ? $", valid from {Day(start)}{(start > now ? " (NOT YET VALID)" : "")}" : "")
        + (key.ExpiryDate is { } expiry ? $", valid until {Day(expiry)}{(expiry < now ? " (EXPIRED)" : "")}" : "");

    private static string Algorithm(PskcKey key) => key.Algorithm == PskcAlgorithm.Hotp ? "HOTP" : "TOTP";

    private static string Suite(PskcKey key) => key.Suite switch { PskcSuite.Sha1 => "SHA1", PskcSuite.Sha256 => "SHA256", _ => "SHA512" };
}
