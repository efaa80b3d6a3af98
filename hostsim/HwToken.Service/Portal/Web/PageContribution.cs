using System.Reflection;

namespace HwToken.Service.Portal.Web;

/// <summary>What a room adds to the portal: pages, links, parts of pages. The portal itself knows no other room.</summary>
public sealed record PageContribution
{
    /// <summary>The assembly that the room's Razor pages and views are compiled into; null: it has none.</summary>
    public Assembly? Pages { get; init; }

    /// <summary>Places that its pages belong to.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Its links.</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>Its parts of the portal's pages.</summary>
    public IReadOnlyList<PagePart> Parts { get; init; } = [];

    /// <summary>Paths of its style sheets, for every page.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];
}

/// <summary>A link in both languages.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Japanese">Its words in Japanese.</param>
/// <param name="English">Its words in English.</param>
public sealed record PageLink(PageSpot Spot, string Path, string Japanese, string English);

/// <summary>A partial view that is drawn into a page.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="View">Path of the view in its assembly, such as <c>/Room/_Part.cshtml</c>.</param>
public sealed record PagePart(PageSpot Spot, string View);
