namespace HwToken.Service.Api;

/// <summary>Tells the OpenAPI document which problems a route answers with.</summary>
internal static class RouteProblems
{
    /// <summary>What every route may answer, and these.</summary>
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        int[] everywhere = 
        [
            StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
        ];
        foreach (int status in everywhere.Union(statuses).Order())
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
