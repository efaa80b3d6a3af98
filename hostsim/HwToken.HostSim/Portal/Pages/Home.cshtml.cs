using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Pages;

/// <summary>The home page: test or reset.</summary>
internal sealed class HomeModel : PortalPage
{}
