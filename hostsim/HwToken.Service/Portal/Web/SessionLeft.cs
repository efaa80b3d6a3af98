namespace HwToken.Service.Portal.Web;

/// <summary>A session that the request belongs to, for the page to announce its end.</summary>
/// <param name="Span">It ends after so long when nothing is asked for.</param>
/// <param name="Path">Path that it is bound to: a page below it carries the session on.</param>
internal sealed record SessionLeft(TimeSpan Span, string Path);
