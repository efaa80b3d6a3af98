using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Validation.Audit;

namespace HwToken.Service.Portal.Desk;

/// <summary>Entries of the audit as a file, newest first, times in UTC (ISO 8601).</summary>
internal static class AuditFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>CSV (RFC 4180) in UTF-8 with its mark, which Excel wants.</summary>
    public static byte[] Csv(IReadOnlyList<AuditEntry> entries, AuditActors actors)
    {
        var text = new StringBuilder("\uFEFFat,credentialId,sequence,actor,actorName,event,outcome,factor,driftMilliseconds,detail\r\n");
        foreach (AuditEntry entry in entries)
        {
            text.AppendJoin(',', At(entry), Cell(entry.CredentialId), Number(entry.Sequence), Cell(entry.Actor), Cell(actors.NameOf(entry.Actor)), Cell(entry.Event), Cell(entry.Outcome), Number(entry.Factor), Number(entry.DriftMilliseconds), Cell(entry.Detail)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>An array of objects.</summary>
    public static byte[] Json(IReadOnlyList<AuditEntry> entries, AuditActors actors) => JsonSerializer.SerializeToUtf8Bytes(
        entries.Select(entry => new { At = At(entry), entry.CredentialId, entry.Sequence, entry.Actor, ActorName = actors.NameOf(entry.Actor), entry.Event, entry.Outcome, entry.Factor, entry.DriftMilliseconds, entry.Detail }), Options);

    private static string At(AuditEntry entry) => DateTimeOffset.FromUnixTimeMilliseconds(entry.At).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A reason that somebody typed must not become a formula in a table calculation: it is quoted as text.</summary>
    private static string Cell(string text)
    {
        string plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
