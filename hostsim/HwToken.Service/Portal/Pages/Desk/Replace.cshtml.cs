using HwToken.Pskc;
using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Replaces a lost or broken token: the new one is enrolled and the old one revoked, both or neither.</summary>
internal sealed class ReplaceModel(CredentialDesk desk) : DeskPage
{
    /// <summary>The IDs as they were typed: a wrong code costs nobody 24 characters.</summary>
    public string Old { get; private set; } = "";

    public string New { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync(string old, string @new, string code)
    {
        (Old, New) = (old, @new);
        if (AnyCredentialId.TryKey(old, out string id) && id == Session.TokenId)
        {
            return Refuse(Text.In("ご自身のトークンは交換できません。ほかのオペレーターに依頼してください。", "This is your own token, and without it you could not come back: ask another operator."), "old");
        }

        ReplaceResult result = await desk.ReplaceAsync(old, @new, code, null, Session.Actor, Cancel).ConfigureAwait(false);
        if (result.Outcome is AttemptOutcome.Rejected rejected)
        {
            return this.Refuse(ErrorTable.Of(rejected), result.CredentialId);
        }

        (Old, New) = ("", "");
        return Done(Text.In($"交換しました。新しいトークン: {result.CredentialId}", $"Replaced. The new token is {result.CredentialId}."));
    }
}
