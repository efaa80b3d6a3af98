using HwToken.Pskc;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Errors;
using HwToken.Validation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>One token: state, holder, failures, drift and its history; unlock, suspend, resume, revoke.</summary>
internal sealed class CredentialModel(CredentialDesk desk, AuditTrail audit, ApiKeyStore keys) : DeskPage
{
    private const int Most = 100;

    /// <summary>The token; null when there is none of this ID.</summary>
    public CredentialView? Credential { get; private set; }

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

    /// <summary>Whom the history names.</summary>
    public AuditActors Actors { get; private set; } = null!;

    /// <summary>What stands in the field for the holder: what was refused, else who it is.</summary>
    [Kept]
    public string? TypedHolder { get; private set; }

    /// <summary>What fits its state.</summary>
    public IReadOnlyList<DeskVerb> Verbs { get; private set; } = [];

    /// <summary>The reason as it was typed: a slip in the confirmation costs nobody the sentence.</summary>
    [Kept]
    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await desk.GetAsync(Parse(id), Cancel).ConfigureAwait(false) is not { } credential)
        {
            return this.Refuse(ErrorTable.UnknownCredential);
        }

        Credential = credential;
        TypedHolder ??= credential.Holder ?? "";
        Actors = await AuditActors.ReadAsync(keys, Cancel).ConfigureAwait(false);
        History = (await audit.ReadAsync(credential.Id, null, Most, Cancel).ConfigureAwait(false)).Entries;
        Verbs = [.. Enum.GetValues<DeskVerb>().Where(verb => CredentialLife.After(credential.State, credential.ActivatedAt is not null, credential.IsLocked, verb) is not null && !IsForbidden(credential.Id, verb))];
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string id, string verb, string reason, string confirm)
    {
        string parsed = Parse(id);
        if (!Enum.TryParse(verb, ignoreCase: true, out DeskVerb wanted) || !Enum.IsDefined(wanted))
        {
            return this.Refuse(ErrorTable.BadRequest);
        }

        Reason = reason;
        if (IsForbidden(parsed, wanted))
        {
            return Refuse("ご自身のトークンは、停止も失効もできません。ほかのオペレーターに依頼してください。", "This is your own token, and without it you could not come back. Ask another operator.");
        }

        // What cannot be taken back is typed, not clicked.
        if (wanted == DeskVerb.Revoke && !DeskWords.IsConfirmed(parsed, confirm))
        {
            return Refuse("失効は取り消せません。確認のため、クレデンシャルIDの最後の4文字を入力してください。", "Revoking is final. To confirm, type the last four characters of the credential ID.", "confirm");
        }

        DeskResult result = await desk.ApplyAsync(parsed, wanted, Session.Actor, reason, Cancel).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(ErrorTable.Of(refusal));
        }

        Reason = "";
        (string japanese, string english) = DeskWords.Done(wanted);
        return Done(japanese, english);
    }

    /// <summary>Whose the token is.</summary>
    /// <param name="id">Credential ID.</param>
    /// <param name="holder">User name or number as typed; empty: nobody's.</param>
    /// <param name="reason">Why, or a ticket's number.</param>
    public async Task<IActionResult> OnPostHolderAsync(string id, string holder, string reason)
    {
        if (!Holder.TryRead(holder, out string read))
        {
            TypedHolder = holder;
            return Refuse($"利用者は、ユーザー名または番号です。半角の英数字と . _ - @ + を{Holder.MaxLength}文字まで入力できます。", $"The holder is a user name or a number: at most {Holder.MaxLength} letters, digits and . _ - @ +", "holder");
        }

        DeskResult result = await desk.SetHolderAsync(Parse(id), read, Session.Actor, reason, Cancel).ConfigureAwait(false);
        return result.Refusal is { } refusal ? this.Refuse(ErrorTable.Of(refusal))
            : read.Length > 0 ? Done("利用者を保存しました。", "The holder is saved.")
            : Done("利用者を削除しました。", "The token is nobody's now.");
    }

    /// <summary>The signed-in operator's own token.</summary>
    public bool IsOwn(string id) => id == Session.TokenId;

    private bool IsForbidden(string id, DeskVerb verb) => IsOwn(id) && verb is (DeskVerb.Suspend or DeskVerb.Revoke);

    private static string Parse(string typed) => AnyCredentialId.TryKey(typed, out string id) ? id : "";
}
