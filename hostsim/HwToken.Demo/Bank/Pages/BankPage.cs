using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>A page of the bank.</summary>
internal abstract class BankPage : PortalPage
{
    public override Site Site => BankPaths.Site;

    /// <summary>The user ID as it was typed: nobody types it twice because the password was wrong.</summary>
    [Kept]
    public string TypedUser { get; protected set; } = "";

    /// <summary>Nothing that is typed here helps: the page shows why, whom to call, and no form. Known to whoever gave the right password alone.</summary>
    [Kept]
    public bool IsShut { get; protected set; }

    /// <summary>The page itself with a refusal on it.</summary>
    protected IActionResult Refuse(Refusal refusal, string credentialId = "") =>
        Refuse(new Notice.Refused(refusal.Code, refusal.Message, refusal.Message, credentialId) { TriesLeft = refusal.TriesLeft }, refusal.Status, refusal.Fields);

    /// <summary>As <see cref="Refuse(Refusal, string)"/>; where only the desk can help, no form stands below it.</summary>
    protected IActionResult RefuseOrShut(Refusal refusal, string credentialId)
    {
        IsShut = refusal.Cause.CallsDesk;
        return Refuse(refusal, credentialId);
    }

    /// <summary>The page itself with what the bank keeps somebody out for.</summary>
    protected IActionResult Refuse(Obstacle obstacle) => Refuse(Refusals.Of(Text, obstacle));
}
