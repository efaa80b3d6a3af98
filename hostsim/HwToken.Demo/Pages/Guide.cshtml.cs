using HwToken.Demo.Guide;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Pages;

/// <summary>Where a newcomer begins: who there is, with which passwords, what to try in which order, and what was done already.</summary>
internal sealed class GuideModel(DemoWorld world, GuideProgress progress) : PortalPage
{
    public DemoWorld World => world;

    public GuideState State { get; private set; } = null!;

    /// <summary>An attempt with curl, as one line.</summary>
    public string Curl =>
        $"curl -H 'Authorization: Bearer {world.PartyKey}' -H 'Content-Type: application/json' -d '{{\"code\":\"123456\"}}' {Request.Scheme}://{Request.Host}/api/v1/credentials/{world.TokenIds[0]}/activate";

    public async Task OnGetAsync() => State = await progress.ReadAsync(Cancel).ConfigureAwait(false);
}
