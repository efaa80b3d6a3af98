using HwToken.HostSim.Portal.Html;

namespace HwToken.HostSim.Portal.Web;

/// <summary>What a page handler answers: a page, or the way to another one of ours.</summary>
internal abstract record PageAnswer
{
    private PageAnswer()
    {
    }

    /// <summary>A page.</summary>
    public static PageAnswer Show(string title, Markup body, int status = StatusCodes.Status200OK) => new Page(title, body, status);

    /// <summary>Sends the browser to a path of this program. Paths come from the source, never from a request: no open redirect.</summary>
    public static PageAnswer Go(string path) => path is ['/', not ('/' or '\\'), ..] ? new Way(path) : throw new ArgumentException("a path of our own", nameof(path));

    /// <summary>A page that stands inside our own pages, without their frame.</summary>
    public static PageAnswer Inside(Markup html) => new Inner(html);

    internal sealed record Inner(Markup Html) : PageAnswer;

    internal sealed record Page(string Title, Markup Body, int Status) : PageAnswer;

    internal sealed record Way(string Path) : PageAnswer;
}
