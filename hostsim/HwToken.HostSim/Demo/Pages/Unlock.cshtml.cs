using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Pages.Desk;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Demo.Pages;

/// <summary>Lets the demonstration's one operator in again, who has no colleague: what <c>desk unlock</c> does on a server.</summary>
internal sealed class UnlockModel(Operators operators, CredentialDesk desk, DemoWorld world) : PortalPage
{
    public override Site Site => Site.Desk;

    public IActionResult OnGet() => Go(Site.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        operators.Unlock(world.Operator.Id);

        // A verb that does not fit the token's state changes nothing.
        await desk.ApplyAsync(world.OperatorTokenId, DeskVerb.Unlock, "demo", Cancel).ConfigureAwait(false);
        await desk.ApplyAsync(world.OperatorTokenId, DeskVerb.Resume, "demo", Cancel).ConfigureAwait(false);
        return Go(SignInModel.Path);
    }
}
