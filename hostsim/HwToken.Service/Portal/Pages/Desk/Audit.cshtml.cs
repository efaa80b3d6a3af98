using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>The audit, newest first, and its verification.</summary>
internal sealed class AuditModel(AuditTrail audit) : DeskPage
{
    private const int Most = 100;

    public string Typed { get; private set; } = "";

    public string Id { get; private set; } = "";

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where earlier entries begin; null when there are none.</summary>
    public long? Before { get; private set; }

    /// <summary>What the verification found.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public Task OnGetAsync(string id, long? before) => ReadAsync(id, before);

    public async Task OnPostAsync()
    {
        AuditVerdict verdict = await audit.VerifyAsync(Cancel).ConfigureAwait(false);
        Faults = verdict.Faults;
        Notice = verdict.IsSound
            ? new Notice.Good(Text.In($"{verdict.Entries}件の記録に改ざんはありません。", $"All {verdict.Entries} entries are sound."))
            : new Notice.Bad(Text.In("監査記録に異常があります。", "The audit is not sound."));
        await ReadAsync("", null).ConfigureAwait(false);
    }

    private async Task ReadAsync(string typed, long? before)
    {
        Typed = typed;
        if (typed.Length > 0)
        {
            if (AnyCredentialId.TryKey(typed, out string id))
            {
                Id = id;
            }
            else
            {
                Notice = ErrorTable.UnknownCredential.On(this);
            }
        }

        AuditPage page = await audit.ReadAsync(Id.Length == 0 ? null : Id, before, Most, Cancel).ConfigureAwait(false);
        Entries = page.Entries;
        Before = page.Before;
    }
}
