using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Api;

/// <summary>Parts of the API: what all their operations have in common.</summary>
internal static class ApiGroups
{
    /// <param name="app">Where to.</param>
    /// <param name="path">Where the part stands; its last word names it in the OpenAPI document.</param>
    /// <param name="maxBytes">Bytes of a request.</param>
    public static RouteGroupBuilder Make(IEndpointRouteBuilder app, string path, long maxBytes) => app
        .MapGroup(path)
        .WithTags(path[(path.LastIndexOf('/') + 1)..])
        .WithMetadata(new LimitedAttribute(), new RequestSizeLimitAttribute(maxBytes));
}
