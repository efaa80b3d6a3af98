using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Pages;

/// <summary>Where a newcomer begins: who there is, with which passwords, and what to try in which order.</summary>
internal sealed class GuideModel(DemoWorld world) : PortalPage
{
    public DemoWorld World => world;

    /// <summary>An attempt with curl, as one line.</summary>
    public string Curl =>
        $"curl -H 'Authorization: Bearer {world.PartyKey}' -H 'Content-Type: application/json' -d '{{\"code\":\"123456\"}}' {Request.Scheme}://{Request.Host}/api/v1/credentials/{world.TokenIds[0]}/activate";
}
