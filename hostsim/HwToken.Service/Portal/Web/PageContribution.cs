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

    /// <summary>Its sentences on the portal's pages.</summary>
    public IReadOnlyList<PageNote> Notes { get; init; } = [];

    /// <summary>Paths of its style sheets, for every page.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];
}

/// <summary>A link in both languages.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Japanese">Its words in Japanese.</param>
/// <param name="English">Its words in English.</param>
public sealed record PageLink(PageSpot Spot, string Path, string Japanese, string English);

/// <summary>A sentence in both languages.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="Japanese">In Japanese.</param>
/// <param name="English">In English.</param>
public sealed record PageNote(PageSpot Spot, string Japanese, string English);

/// <summary>A partial view that is drawn into a page.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="View">Path of the view in its assembly, such as <c>/Room/_Part.cshtml</c>.</param>
public sealed record PagePart(PageSpot Spot, string View);

/// <summary>What all rooms together add to the portal.</summary>
internal sealed class PageContributions(IReadOnlyList<PageContribution> all)
{
    /// <summary>Paths of their style sheets.</summary>
    public IEnumerable<string> Styles => all.SelectMany(one => one.Styles);

    /// <summary>Links for a spot.</summary>
    public IEnumerable<PageLink> Links(PageSpot spot) => all.SelectMany(one => one.Links).Where(link => link.Spot == spot);

    /// <summary>Sentences for a spot.</summary>
    public IEnumerable<PageNote> Notes(PageSpot spot) => all.SelectMany(one => one.Notes).Where(note => note.Spot == spot);

    /// <summary>Paths of the views for a spot.</summary>
    public IReadOnlyList<string> Parts(PageSpot spot) => [.. all.SelectMany(one => one.Parts).Where(part => part.Spot == spot).Select(part => part.View)];

    /// <summary>The place that a path lies in.</summary>
    public Site SiteOf(PathString path) =>
        all.SelectMany(one => one.Sites).Append(Site.Desk).FirstOrDefault(site => path.StartsWithSegments(site.Home)) ?? Site.Portal;
}

/// <summary>Where in the portal's pages other rooms may add links and parts.</summary>
public enum PageSpot
{
    /// <summary>Links before the menu's own.</summary>
    MenuStart,

    /// <summary>Links in the menu, before the service desk.</summary>
    Menu,

    /// <summary>Links in the menu of the service desk.</summary>
    DeskMenu,

    /// <summary>Links below every page.</summary>
    Footer,

    /// <summary>Parts beside every page.</summary>
    Beside,

    /// <summary>Links where a public page is closed for a token: the other ways.</summary>
    OtherWays,

    /// <summary>Sentences at the head of the public pages' home.</summary>
    Home,

    /// <summary>Sentences on the token test, the reset and the operators' sign-in, where an unknown token or operator is refused.</summary>
    Unknown,

    /// <summary>Parts of the help page, below the look-up of a code.</summary>
    Help,

    /// <summary>Parts of the operators' sign-in, where a refused operator reads how a lock is lifted.</summary>
    ShutOut,
}
