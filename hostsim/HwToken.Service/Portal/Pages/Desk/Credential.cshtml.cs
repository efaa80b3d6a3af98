using HwToken.Pskc;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>One token: state, failures, drift and its history; unlock, suspend, resume, revoke.</summary>
internal sealed class CredentialModel(CredentialDesk desk, AuditTrail audit) : DeskPage
{
    private const int Most = 100;

    /// <summary>The token; null when there is none of this ID.</summary>
    public CredentialView? Credential { get; private set; }

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

    /// <summary>What fits its state.</summary>
    public IReadOnlyList<DeskVerb> Verbs { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(Parse(id));

    public async Task<IActionResult> OnPostAsync(string id, string verb, string sure)
    {
        string parsed = Parse(id);
        Notice = await ApplyAsync(parsed, verb, sure == "yes").ConfigureAwait(false);
        return await ShowAsync(parsed).ConfigureAwait(false);
    }

    /// <summary>The signed-in operator's own token.</summary>
    public bool IsOwn(string id) => id == Session.TokenId;

    private static string Parse(string typed) => AnyCredentialId.TryKey(typed, out string id) ? id : "";

    private async Task<Notice> ApplyAsync(string id, string word, bool isSure)
    {
        if (!Enum.TryParse(word, ignoreCase: true, out DeskVerb verb) || !Enum.IsDefined(verb))
        {
            return ErrorTable.BadRequest.On(this);
        }

        // What cannot be taken back is asked for twice.
        if (verb == DeskVerb.Revoke && !isSure)
        {
            return new Notice.Bad(Text.In("失効は取り消せません。確認欄にチェックを入れてください。", "Revoking is final. Tick the box to confirm."));
        }

        if (IsOwn(id) && verb is (DeskVerb.Suspend or DeskVerb.Revoke))
        {
            return new Notice.Bad(Text.In("ご自身のトークンは停止・失効できません。ほかのオペレーターに依頼してください。", "This is your own token, and without it you could not come back: ask another operator."));
        }

        DeskResult result = await desk.ApplyAsync(id, verb, Session.Actor, Cancel).ConfigureAwait(false);
        return result.Refusal is { } reason
            ? ErrorTable.Of(reason).On(this)
            : new Notice.Good(Text.In($"完了: {DeskWords.Verb(Text, verb)}", $"Done: {DeskWords.Verb(Text, verb)}"));
    }

    private async Task<IActionResult> ShowAsync(string id)
    {
        if (await desk.GetAsync(id, Cancel).ConfigureAwait(false) is not { } credential)
        {
            return this.Refuse(ErrorTable.UnknownCredential);
        }

        Credential = credential;
        History = (await audit.ReadAsync(id, null, Most, Cancel).ConfigureAwait(false)).Entries;
        Verbs = [.. Enum.GetValues<DeskVerb>().Where(verb => CredentialLife.After(credential.State, credential.ActivatedAt is not null, credential.IsLocked, verb) is not null
            && !(IsOwn(id) && verb is (DeskVerb.Suspend or DeskVerb.Revoke)))];
        return Show();
    }
}
