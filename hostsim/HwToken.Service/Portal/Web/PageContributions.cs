namespace HwToken.Service.Portal.Web;

/// <summary>What all rooms together add to the portal.</summary>
internal sealed class PageContributions(IReadOnlyList<PageContribution> all)
{
    /// <summary>Paths of their style sheets.</summary>
    public IEnumerable<string> Styles => all.SelectMany(one => one.Styles);

    /// <summary>Links for a spot.</summary>
    public IEnumerable<PageLink> Links(PageSpot spot) => all.SelectMany(one => one.Links).Where(link => link.Spot == spot);

    /// <summary>Paths of the views for a spot.</summary>
    public IReadOnlyList<string> Parts(PageSpot spot) => [.. all.SelectMany(one => one.Parts).Where(part => part.Spot == spot).Select(part => part.View)];

    /// <summary>The place that a path lies in.</summary>
    public Site SiteOf(PathString path) =>
        all.SelectMany(one => one.Sites).Append(Site.Desk).FirstOrDefault(site => path.StartsWithSegments(site.Home)) ?? Site.Portal;
}
