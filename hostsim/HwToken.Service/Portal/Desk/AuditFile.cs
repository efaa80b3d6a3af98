using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Validation.Audit;

namespace HwToken.Service.Portal.Desk;

/// <summary>Entries of the audit as a file, newest first, times in UTC (ISO 8601).</summary>
internal static class AuditFile
{
    private const string Heading = "at,credentialId,sequence,actor,actorName,event,outcome,factor,driftMilliseconds,detail";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A table.</summary>
    public static byte[] Csv(IReadOnlyList<AuditEntry> entries, AuditActors actors) => CsvText.Of(Heading, entries.Select(entry => (IEnumerable<string>)
    [
        At(entry), CsvText.Cell(entry.CredentialId), CsvText.Number(entry.Sequence), CsvText.Cell(entry.Actor), CsvText.Cell(actors.NameOf(entry.Actor)), CsvText.Cell(entry.Event),
        CsvText.Cell(entry.Outcome), CsvText.Number(entry.Factor), CsvText.Number(entry.DriftMilliseconds), CsvText.Cell(entry.Detail),
    ]));

    /// <summary>An array of objects.</summary>
    public static byte[] Json(IReadOnlyList<AuditEntry> entries, AuditActors actors) => JsonSerializer.SerializeToUtf8Bytes(
        entries.Select(entry => new { At = At(entry), entry.CredentialId, entry.Sequence, entry.Actor, ActorName = actors.NameOf(entry.Actor), entry.Event, entry.Outcome, entry.Factor, entry.DriftMilliseconds, entry.Detail }), Options);

    private static string At(AuditEntry entry) => CsvText.Moment(DateTimeOffset.FromUnixTimeMilliseconds(entry.At));
}
