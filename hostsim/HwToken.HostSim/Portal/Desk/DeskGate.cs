using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Lets only signed-in operators through; everybody else is sent to the sign-in.</summary>
internal static class DeskGate
{
    public static Func<PageRequest, Task<PageAnswer>> For(Func<PageRequest, DeskSession, Task<PageAnswer>> page) => request =>
        request.The<Sessions<DeskSession>>().Find(request.Context) is { } session ? page(request, session) : Task.FromResult(PageAnswer.Go(DeskSignIn.Path));
}
