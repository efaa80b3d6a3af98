using System.Globalization;
using System.Text;
using System.Text.Json;
using HwToken.Pskc;

namespace HwToken.Tool.Console;

/// <summary>Shows a PSKC file. Secrets only when they are asked for.</summary>
internal static class PskcReport
{
    public static string Word(PskcSignatureStatus status) => status switch
    {
        PskcSignatureStatus.Valid => "valid",
        PskcSignatureStatus.Invalid => "invalid",
        PskcSignatureStatus.Absent => "absent",
        _ => "unchecked",
    };

    public static void WriteText(TextWriter output, PskcDocument document, bool showSecrets)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signature {Word(document.Signature)}, {(document.Encrypted ? "encrypted" : "in clear")}, {document.Count} keys"));
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
                output.WriteLine($"{key.Id}  {Algorithm(key)} {Suite(key)}, {key.Digits} digits, {factor}{secret}");
            }
        }
    }

    public static void WriteJson(TextWriter output, PskcDocument document, bool showSecrets)
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
        json.WriteString("signature", Word(document.Signature));
        json.WriteStartArray("keys");
        foreach (PskcKey key in document.Keys())
        {
            using (key)
            {
                Write(json, key, showSecrets);
                Drain();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        Drain();
        output.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, PskcKey key, bool showSecrets)
    {
        json.WriteStartObject();
        json.WriteString("id", key.Id);
        json.WriteString("algorithm", Algorithm(key));
        json.WriteString("suite", Suite(key));
        json.WriteNumber("digits", key.Digits);
        WriteNumber(json, "period", key.PeriodSeconds);
        WriteNumber(json, "counter", key.Counter);
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

    private static string Algorithm(PskcKey key) => key.Algorithm == PskcAlgorithm.Hotp ? "HOTP" : "TOTP";

    private static string Suite(PskcKey key) => key.Suite switch { PskcSuite.Sha1 => "SHA1", PskcSuite.Sha256 => "SHA256", _ => "SHA512" };
}
