using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Rack;
using HwToken.Simulator.Leases;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Leases and the codes that they bring.</summary>
internal static class LeaseEndpoints
{
    private const int DefaultSeconds = 120;
    private const int MostSeconds = 86_400;
    private const int DefaultMarginSeconds = 5;

    /// <summary>Maps taking, renewing and releasing a lease, and its next code.</summary>
    public static void MapLeases(this IEndpointRouteBuilder api, LeaseDesk desk, JsonSerializerOptions json)
    {
        RouteGroupBuilder leases = api.MapGroup("/leases").WithTags("leases").ProducesProblem(StatusCodes.Status404NotFound);
        leases.MapGet("", () => desk.Leases().Select(LeaseView.Of).ToArray()).WithName("listLeases").WithSummary("The leases.");
        leases.MapPost("", async (LeaseRequests.Acquire body, CancellationToken left) =>
            {
                Lease lease = await desk.AcquireAsync(AskOf(body), left).ConfigureAwait(false);
                return TypedResults.Created($"{SimEndpoints.Root}/leases/{lease.Id}", LeaseView.Of(lease));
            })
            .WithName("takeLease").WithSummary("Gives a token of the pool to one holder until it is released or runs out. Waits in a queue while all are leased.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        leases.MapGet("/{id}", (string id) => LeaseView.Of(desk.Lease(id))).WithName("getLease").WithSummary("A lease.");

        // A POST, so that no link, prefetch or history entry ever fetches it.
        leases.MapPost("/{id}/secret", (string id) => PoolSecret.Of(desk.Lease(id).Token)).WithName("tellLeaseSecret").WithSummary("The test secret of the leased token, for a test server.");
        leases.MapPost("/{id}/renew", async (string id, LeaseRequests.Renew? body) =>
                LeaseView.Of(await desk.RenewAsync(id, Within(body?.Seconds, DefaultSeconds, 1, MostSeconds, "seconds"), body?.Arrived ?? false).ConfigureAwait(false)))
            .WithName("renewLease").WithSummary("Lets the lease last for so many seconds from now on.");
        leases.MapDelete("/{id}", async (string id) =>
        {
            await desk.ReleaseAsync(id).ConfigureAwait(false);
            return TypedResults.NoContent();
        }).WithName("releaseLease").WithSummary("Gives the token back.");
        leases.MapPost("/{id}/code", async (string id, LeaseRequests.Code? body, CancellationToken left) => await CodeAsync(desk, id, body, json, left).ConfigureAwait(false))
            .WithName("nextCode").WithSummary("The next unused code, never told before. HOTP at once; TOTP on true time once a time step, on a virtual clock at once by moving it.")
            .Produces<CodeView>().Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> CodeAsync(LeaseDesk desk, string id, LeaseRequests.Code? body, JsonSerializerOptions json, CancellationToken left)
    {
        Lease lease = desk.Lease(id);
        CodeAsk ask = AskOf(body, lease);
        if (body?.Webhook is not { } address)
        {
            return TypedResults.Ok(CodeView.Of(await desk.CodeAsync(id, ask, left).ConfigureAwait(false)));
        }

        Uri target = Webhook.Checked(address);
        _ = Webhook.SendAsync(target, () => desk.CodeAsync(id, ask), json);
        return TypedResults.Accepted((string?)null);
    }

    private static LeaseAsk AskOf(LeaseRequests.Acquire body) => new(body.Pool ?? throw RefusalException.BadRequest("Give \"pool\", the name of a pool."))
    {
        Lifetime = Within(body.Seconds, DefaultSeconds, 1, MostSeconds, "seconds"),
        Wait = Within(body.Wait, 30, 0, 300, "wait"),
        InHand = Within(body.InHand, 5, 0, 300, "inHand"),
    };

    private static CodeAsk AskOf(LeaseRequests.Code? body, Lease lease)
    {
        OtpParameters parameters = lease.Token.Parameters;
        int most = parameters.Type == OtpType.Totp ? parameters.PeriodSeconds - 1 : OtpParameters.MaxPeriodSeconds;
        return new CodeAsk
        {
            IsPressed = body?.Pressed ?? false,
            Margin = Within(body?.Margin, Math.Min(DefaultMarginSeconds, most / 2), 0, most, "margin"),
            Wait = Within(body?.Wait, 65, 0, 600, "wait"),
        };
    }

    private static TimeSpan Within(int? value, int usual, int least, int most, string name) => (value ?? usual) is var seconds && seconds >= least && seconds <= most
        ? TimeSpan.FromSeconds(seconds)
        : throw RefusalException.BadRequest($"\"{name}\" is {least} to {most} seconds.");
}
