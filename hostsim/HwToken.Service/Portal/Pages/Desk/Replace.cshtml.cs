using HwToken.Pskc;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation;
using HwToken.Validation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Replaces a lost or broken token: the new one is enrolled and the old one revoked, both or neither; whoever registered the old one follows.</summary>
internal sealed class ReplaceModel(CredentialDesk desk, IEnumerable<IReplacementFollower> followers) : DeskPage
{
    /// <summary>The IDs as they were typed: a wrong code costs nobody 24 characters.</summary>
    [Kept]
    public string Old { get; private set; } = "";

    [Kept]
    public string New { get; private set; } = "";

    /// <summary>The reason as it was typed.</summary>
    [Kept]
    public string Reason { get; private set; } = "";

    /// <summary>The token in use now; null before a replacement.</summary>
    [Kept]
    public string? ReplacedBy { get; private set; }

    /// <summary>Whose registrations followed.</summary>
    [Kept]
    public string[] Customers { get; private set; } = [];

    /// <summary>Comes from a token's own page with its ID.</summary>
    public void OnGet(string old)
    {
        if (old.Length > 0)
        {
            Old = old;
        }
    }

    public async Task<IActionResult> OnPostAsync(string old, string @new, string code, string reason)
    {
        (Old, New, Reason) = (old, @new, reason);
        if (AnyCredentialId.TryKey(old, out string id) && id == Session.TokenId)
        {
            return Refuse("ご自身のトークンは交換できません。ほかのオペレーターに依頼してください。", "This is your own token, and without it you could not come back. Ask another operator.", "old");
        }

        ReplaceResult result = await desk.ReplaceAsync(old, @new, code, null, Session.Actor, reason, Cancel).ConfigureAwait(false);
        if (result.Outcome is AttemptOutcome.Rejected rejected)
        {
            return this.Refuse(rejected, result.CredentialId);
        }

        (Old, New, Reason, ReplacedBy) = ("", "", "", result.CredentialId);
        Customers = [.. followers.Select(follower => follower.Follow(id, result.CredentialId)).OfType<string>()];
        return Done($"交換しました。新しいトークンは {result.CredentialId} です。", $"Replaced. The new token is {result.CredentialId}.");
    }
}
