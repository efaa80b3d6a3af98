using HwToken.Service.Portal.Web;

namespace HwToken.Service.Serving;

/// <summary>What another program adds to the service when it runs it inside itself.</summary>
public sealed record ServiceComposition
{
    /// <summary>Links, page parts and pages of other rooms.</summary>
    public IReadOnlyList<PageContribution> Contributions { get; init; } = [];

    /// <summary>Adds services; null: none.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Maps what else is served; null: nothing.</summary>
    public Action<WebApplication>? Map { get; init; }
}
