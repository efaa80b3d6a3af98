using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>A page of the bank.</summary>
internal abstract class BankPage : PortalPage
{
    public override Site Site => BankPaths.Site;

    /// <summary>The user ID as it was typed: nobody types it twice because the password was wrong.</summary>
    public string TypedUser { get; protected set; } = "";

    /// <summary>The page itself with a refusal on it.</summary>
    protected IActionResult Refuse(Refusal refusal, string credentialId = "") =>
        Refuse(new Notice.Refused(refusal.Code, refusal.Message, credentialId), refusal.Status, refusal.Fields);

    /// <summary>The page itself with what the bank keeps somebody out for.</summary>
    protected IActionResult Refuse(Obstacle obstacle) => Refuse(Refusals.Of(Text, obstacle));
}
