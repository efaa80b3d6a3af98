using HwToken.Validation;
using HwToken.Validation.Health;

namespace HwToken.Service.Api;

/// <summary><c>/healthz</c>: the process lives and answers; it says nothing of the database, so that nobody restarts a server because of a full disk.
/// <c>/readyz</c>: it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiRoutes.Health, () => Results.Text("ok\n")).ExcludeFromDescription();
        app.MapGet(ApiRoutes.Ready, async (ValidationSystem system, CancellationToken cancellation) =>
            await system.Readiness.CheckAsync(cancellation).ConfigureAwait(false) is { } reason
                ? Results.Text(Words(reason) + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ok\n")).ExcludeFromDescription();
    }

    private static string Words(NotReady reason) => reason switch
    {
        NotReady.NoDatabase => "not ready: the database does not answer",
        NotReady.WrongKey => "not ready: the key file is missing or does not fit the database",
        _ => "not ready: nothing can be written; look for space on the disk",
    };
}
