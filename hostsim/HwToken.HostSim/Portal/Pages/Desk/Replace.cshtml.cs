using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Pages.Desk;

/// <summary>Replaces a lost or broken token: the new one is enrolled and the old one revoked, both or neither.</summary>
internal sealed class ReplaceModel(CredentialDesk desk) : DeskPage
{
    public async Task<IActionResult> OnPostAsync(string old, string @new, string code)
    {
        ReplaceResult result = await desk.ReplaceAsync(old, @new, code, null, Session.Actor, Cancel).ConfigureAwait(false);
        return result.Outcome is AttemptOutcome.Rejected rejected
            ? Refuse(ErrorTable.Of(rejected.Reason), result.CredentialId)
            : Done(Say.In($"交換しました。新しいトークン: {result.CredentialId}", $"Replaced. The new token is {result.CredentialId}."));
    }
}
