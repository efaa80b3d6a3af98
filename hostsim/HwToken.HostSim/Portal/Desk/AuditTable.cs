using HwToken.HostSim.Portal.Html;
using HwToken.Validation.Audit;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Audit entries as a table.</summary>
internal static class AuditTable
{
    public static Markup Of(Say say, IReadOnlyList<AuditEntry> entries) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{say.In("監査記録", "Audit entries")}"><table><thead><tr><th scope="col">{say.In("日時", "When")}</th><th scope="col">{say.In("クレデンシャルID", "Credential ID")}</th>
        <th scope="col">{say.In("操作者", "Who")}</th><th scope="col">{say.In("操作", "What")}</th><th scope="col">{say.In("結果", "Outcome")}</th><th scope="col">{say.In("ずれ", "Drift")}</th></tr></thead>
        <tbody>{entries.Select(Row)}</tbody></table></div>
        """);

    private static Markup Row(AuditEntry entry) => Markup.Of($"""
        <tr><td>{DeskWords.Time(DateTimeOffset.FromUnixTimeMilliseconds(entry.At))}</td><td class="id">{entry.CredentialId}</td><td>{entry.Actor}</td><td>{entry.Event}</td>
        <td>{entry.Outcome} {entry.Detail}</td><td>{(entry.Outcome == "accepted" ? DeskWords.Seconds(entry.DriftMilliseconds / 1000.0) : "")}</td></tr>
        """);
}
