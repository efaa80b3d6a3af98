using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>The audit, newest first, and its verification.</summary>
internal sealed class AuditModel(AuditTrail audit) : DeskPage
{
    private const int Most = 100;

    /// <summary>Faults that are shown; the command <c>audit verify</c> prints all.</summary>
    private const int MostFaults = 10;

    public string Typed { get; private set; } = "";

    public string Id { get; private set; } = "";

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where earlier entries begin; null when there are none.</summary>
    public long? Before { get; private set; }

    /// <summary>What the verification found.</summary>
    [Kept]
    public string[] Faults { get; private set; } = [];

    public async Task OnGetAsync(string id, long? before)
    {
        Typed = id;
        if (id.Length > 0)
        {
            if (AnyCredentialId.TryKey(id, out string key))
            {
                Id = key;
            }
            else
            {
                Notice = ErrorTable.UnknownCredential.ToNotice();
            }
        }

        AuditPage page = await audit.ReadAsync(Id.Length == 0 ? null : Id, before, Most, Cancel).ConfigureAwait(false);
        Entries = page.Entries;
        Before = page.Before;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        AuditVerdict verdict = await audit.VerifyAsync(Cancel).ConfigureAwait(false);
        Faults = [.. verdict.Faults.Take(MostFaults)];
        Notice = verdict.IsSound
            ? new Notice.Good($"{verdict.Entries}件の記録を検証しました。改ざんはありません。", $"All {verdict.Entries} entries are sound.")
            : new Notice.Bad("監査記録に異常があります。サーバーで「audit verify」を実行し、原因を調べてください。", "The audit is not sound. Run 'audit verify' on the server and find out why.");
        return Show();
    }
}
