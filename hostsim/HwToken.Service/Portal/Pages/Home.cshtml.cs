using HwToken.Service.Portal.Web;

namespace HwToken.Service.Portal.Pages;

/// <summary>The home page: test or reset.</summary>
internal sealed class HomeModel : PortalPage
{}
