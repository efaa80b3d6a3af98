using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Maps the service desk.</summary>
internal static class DeskPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page(Site.Desk, DeskSignIn.Path, DeskSignIn.GetAsync, DeskSignIn.PostAsync);
        routes.Action(Site.Desk, "/desk/sign-out", DeskSignIn.SignOutAsync);
        routes.Page(Site.Desk, "/desk", DeskGate.For(SearchPage.GetAsync));
        routes.Page(Site.Desk, CredentialPage.Path, DeskGate.For(CredentialPage.GetAsync), DeskGate.For(CredentialPage.PostAsync));
        routes.Page(Site.Desk, ReplacePage.Path, DeskGate.For(ReplacePage.GetAsync), DeskGate.For(ReplacePage.PostAsync));
        routes.Page(Site.Desk, ImportPage.Path, DeskGate.For(ImportPage.GetAsync), DeskGate.For(ImportPage.PostAsync), ImportPage.MaxBytes);
        routes.Page(Site.Desk, AuditViewPage.Path, DeskGate.For(AuditViewPage.GetAsync), DeskGate.For(AuditViewPage.VerifyAsync));
    }
}
