using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>A page of the demonstration service.</summary>
internal abstract class BankPage : PortalPage
{
    public override Site Site => Site.Bank;

    /// <summary>The user ID as it was typed: nobody types it twice because the password was wrong.</summary>
    public string TypedUser { get; protected set; } = "";
}
